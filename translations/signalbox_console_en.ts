<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>QueueActions</name>
    <message numerus="yes">
        <source>Purge %n message(s)</source>
        <translation>
            <numerusform>Purge %n message</numerusform>
            <numerusform>Purge %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purged %n message(s) from %1.</source>
        <translation>
            <numerusform>Purged %n message from %1.</numerusform>
            <numerusform>Purged %n messages from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete queue and %n message(s)</source>
        <translation>
            <numerusform>Delete queue and %n message</numerusform>
            <numerusform>Delete queue and %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted queue %1 with %n message(s).</source>
        <translation>
            <numerusform>Deleted queue %1 with %n message.</numerusform>
            <numerusform>Deleted queue %1 with %n messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageInspector</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::NewerBar</name>
    <message numerus="yes">
        <source>More than %n newer (F5)</source>
        <translation>
            <numerusform>More than %n newer (F5)</numerusform>
            <numerusform>More than %n newer (F5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer (F5)</source>
        <translation>
            <numerusform>%n newer (F5)</numerusform>
            <numerusform>%n newer (F5)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::Notices</name>
    <message numerus="yes">
        <source>%n message(s) came back into %1.</source>
        <translation>
            <numerusform>%n message came back into %1.</numerusform>
            <numerusform>%n messages came back into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewPanel</name>
    <message numerus="yes">
        <source>%n long poll(s) waiting</source>
        <translation>
            <numerusform>%n long poll waiting</numerusform>
            <numerusform>%n long polls waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueuePanel</name>
    <message numerus="yes">
        <source>Deleted %n message(s).</source>
        <translation>
            <numerusform>Deleted %n message.</numerusform>
            <numerusform>Deleted %n messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
</TS>
