<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>QueueActions</name>
    <message numerus="yes">
        <source>Purge %Ln message(s)</source>
        <translation>
            <numerusform>Purge %Ln message</numerusform>
            <numerusform>Purge %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purged %Ln message(s) from %1.</source>
        <translation>
            <numerusform>Purged %Ln message from %1.</numerusform>
            <numerusform>Purged %Ln messages from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete queue and %Ln message(s)</source>
        <translation>
            <numerusform>Delete queue and %Ln message</numerusform>
            <numerusform>Delete queue and %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted queue %1 with %Ln message(s).</source>
        <translation>
            <numerusform>Deleted queue %1 with %Ln message.</numerusform>
            <numerusform>Deleted queue %1 with %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageInspector</name>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::NewerBar</name>
    <message numerus="yes">
        <source>More than %Ln newer (F5)</source>
        <translation>
            <numerusform>More than %Ln newer (F5)</numerusform>
            <numerusform>More than %Ln newer (F5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer (F5)</source>
        <translation>
            <numerusform>%Ln newer (F5)</numerusform>
            <numerusform>%Ln newer (F5)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::Notices</name>
    <message numerus="yes">
        <source>%Ln message(s) came back into %1.</source>
        <translation>
            <numerusform>%Ln message came back into %1.</numerusform>
            <numerusform>%Ln messages came back into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewPanel</name>
    <message numerus="yes">
        <source>%Ln long poll(s) waiting</source>
        <translation>
            <numerusform>%Ln long poll waiting</numerusform>
            <numerusform>%Ln long polls waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueuePanel</name>
    <message numerus="yes">
        <source>Deleted %Ln message(s).</source>
        <translation>
            <numerusform>Deleted %Ln message.</numerusform>
            <numerusform>Deleted %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
</TS>
