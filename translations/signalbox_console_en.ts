<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AttemptLadder</name>
    <message numerus="yes">
        <source>%Ln more attempt(s)</source>
        <translation>
            <numerusform>%Ln more attempt</numerusform>
            <numerusform>%Ln more attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%Ln dead letter(s) in %1</source>
        <translation>
            <numerusform>%Ln dead letter in %1</numerusform>
            <numerusform>%Ln dead letters in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) in ten minutes, the last: %1.</source>
        <extracomment>%1 is an error code such as &quot;SignatureDoesNotMatch&quot;.</extracomment>
        <translation>
            <numerusform>%Ln request in ten minutes, the last: %1.</numerusform>
            <numerusform>%Ln requests in ten minutes, the last: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeQuestion</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadLetter</name>
    <message numerus="yes">
        <source>Received %Ln time(s)</source>
        <translation>
            <numerusform>Received %Ln time</numerusform>
            <numerusform>Received %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) to push</source>
        <translation>
            <numerusform>%Ln try to push</numerusform>
            <numerusform>%Ln tries to push</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Moved %Ln message(s) to %1.</source>
        <translation>
            <numerusform>Moved %Ln message to %1.</numerusform>
            <numerusform>Moved %Ln messages to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln in flight stayed.</numerusform>
            <numerusform>%Ln in flight stayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) moved back to %1.</source>
        <translation>
            <numerusform>%Ln message moved back to %1.</numerusform>
            <numerusform>%Ln messages moved back to %1.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Signalbox::BackgroundJob</name>
    <message numerus="yes">
        <source>%1: %Ln message(s).</source>
        <extracomment>%1 is a job such as &quot;Sending to orders&quot;.</extracomment>
        <translation>
            <numerusform>%1: %Ln message.</numerusform>
            <numerusform>%1: %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CopiesJob</name>
    <message numerus="yes">
        <source>Sent %1 of %Ln message(s) to %2. %3</source>
        <extracomment>%1 of so many messages were sent to %2, then it failed for the reason %3, a whole sentence.</extracomment>
        <translation>
            <numerusform>Sent %1 of %Ln message to %2. %3</numerusform>
            <numerusform>Sent %1 of %Ln messages to %2. %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %Ln message(s) to %1.</source>
        <translation>
            <numerusform>Sent %Ln message to %1.</numerusform>
            <numerusform>Sent %Ln messages to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %1 of %Ln message(s) to %2.</source>
        <translation>
            <numerusform>Stopped after %1 of %Ln message to %2.</numerusform>
            <numerusform>Stopped after %1 of %Ln messages to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::DeleteMessagesJob</name>
    <message numerus="yes">
        <source>Deleted %Ln message(s) from %1.</source>
        <translation>
            <numerusform>Deleted %Ln message from %1.</numerusform>
            <numerusform>Deleted %Ln messages from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message numerus="yes">
        <source>Copied %Ln ID(s).</source>
        <translation>
            <numerusform>Copied %Ln ID.</numerusform>
            <numerusform>Copied %Ln IDs.</numerusform>
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
    <name>Signalbox::MessageListView</name>
    <message numerus="yes">
        <source>The search in %1 found %Ln message(s).</source>
        <translation>
            <numerusform>The search in %1 found %Ln message.</numerusform>
            <numerusform>The search in %1 found %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MoveDialog</name>
    <message numerus="yes">
        <source>Move %Ln message(s)</source>
        <translation>
            <numerusform>Move %Ln message</numerusform>
            <numerusform>Move %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MoveMessagesJob</name>
    <message numerus="yes">
        <source>%Ln message(s) moved back to %1.</source>
        <translation>
            <numerusform>%Ln message moved back to %1.</numerusform>
            <numerusform>%Ln messages moved back to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln message(s) to %1.</source>
        <translation>
            <numerusform>Moved %Ln message to %1.</numerusform>
            <numerusform>Moved %Ln messages to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln in flight stayed.</numerusform>
            <numerusform>%Ln in flight stayed.</numerusform>
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
    <name>Signalbox::PropertyTable</name>
    <message numerus="yes">
        <source>A message has at most %Ln propertie(s).</source>
        <translation>
            <numerusform>A message has at most %Ln property.</numerusform>
            <numerusform>A message has at most %Ln properties.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishDialog</name>
    <message numerus="yes">
        <source>Publish %Ln message(s)</source>
        <translation>
            <numerusform>Publish %Ln message</numerusform>
            <numerusform>Publish %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueAttributesTab</name>
    <message numerus="yes">
        <source>Saved %Ln change(s) to %1.</source>
        <translation>
            <numerusform>Saved %Ln change to %1.</numerusform>
            <numerusform>Saved %Ln changes to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueInspector</name>
    <message numerus="yes">
        <source>to %1 after %Ln receive(s)</source>
        <extracomment>After so many receives a message goes to the queue %1.</extracomment>
        <translation>
            <numerusform>to %1 after %Ln receive</numerusform>
            <numerusform>to %1 after %Ln receives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueMessagesTab</name>
    <message numerus="yes">
        <source>Received %Ln message(s). They are yours until their lease ends.</source>
        <translation>
            <numerusform>Received %Ln message. It is yours until its lease ends.</numerusform>
            <numerusform>Received %Ln messages. They are yours until their lease ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s).</source>
        <translation>
            <numerusform>Deleted %Ln message.</numerusform>
            <numerusform>Deleted %Ln messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ReceiveDialog</name>
    <message numerus="yes">
        <source>Receive %Ln message(s)</source>
        <translation>
            <numerusform>Receive %Ln message</numerusform>
            <numerusform>Receive %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln at once.</source>
        <translation>
            <numerusform>At most %Ln at once.</numerusform>
            <numerusform>At most %Ln at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::ReceiverListModel</name>
    <message numerus="yes">
        <source>Leases that ran out: %Ln message(s) neither deleted nor extended in time.</source>
        <translation>
            <numerusform>Leases that ran out: %Ln message neither deleted nor extended in time.</numerusform>
            <numerusform>Leases that ran out: %Ln messages neither deleted nor extended in time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RedriveDialog</name>
    <message numerus="yes">
        <source>Redrive %Ln dead letter(s)</source>
        <translation>
            <numerusform>Redrive %Ln dead letter</numerusform>
            <numerusform>Redrive %Ln dead letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redrive %Ln message(s)</source>
        <translation>
            <numerusform>Redrive %Ln message</numerusform>
            <numerusform>Redrive %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RedriveJob</name>
    <message numerus="yes">
        <source>Moved %Ln dead letter(s) back.</source>
        <translation>
            <numerusform>Moved %Ln dead letter back.</numerusform>
            <numerusform>Moved %Ln dead letters back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln dead letter(s) to %1.</source>
        <translation>
            <numerusform>Moved %Ln dead letter to %1.</numerusform>
            <numerusform>Moved %Ln dead letters to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln in flight stayed.</numerusform>
            <numerusform>%Ln in flight stayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a known origin stayed.</source>
        <translation>
            <numerusform>%Ln without a known origin stayed.</numerusform>
            <numerusform>%Ln without a known origin stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RequestInspector</name>
    <message numerus="yes">
        <source>%n, none fits</source>
        <translation>
            <numerusform>%n, none fits</numerusform>
            <numerusform>%n, none fits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, the last one fits</source>
        <translation>
            <numerusform>%n, the last one fits</numerusform>
            <numerusform>%n, the last one fits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RestoreJob</name>
    <message numerus="yes">
        <source>%Ln stayed in the trash.</source>
        <translation>
            <numerusform>%Ln stayed in the trash.</numerusform>
            <numerusform>%Ln stayed in the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SaveRow</name>
    <message numerus="yes">
        <source>Save %Ln change(s)</source>
        <translation>
            <numerusform>Save %Ln change</numerusform>
            <numerusform>Save %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SendMessageDialog</name>
    <message numerus="yes">
        <source>Send %Ln message(s)</source>
        <translation>
            <numerusform>Send %Ln message</numerusform>
            <numerusform>Send %Ln messages</numerusform>
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
<context>
    <name>Signalbox::TopicAttemptsTab</name>
    <message numerus="yes">
        <source>%Ln more delivery(s) in the last hour, only counted</source>
        <translation>
            <numerusform>%Ln more delivery in the last hour, only counted</numerusform>
            <numerusform>%Ln more deliveries in the last hour, only counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicPanel</name>
    <message numerus="yes">
        <source>%Ln subscription(s) failing</source>
        <translation>
            <numerusform>%Ln subscription failing</numerusform>
            <numerusform>%Ln subscriptions failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TrashListModel</name>
    <message numerus="yes">
        <source>%1, %2, %Ln message(s), %3</source>
        <extracomment>Something deleted for screen readers: queue, what it was, messages, time left.</extracomment>
        <translation>
            <numerusform>%1, %2, %Ln message, %3</numerusform>
            <numerusform>%1, %2, %Ln messages, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TrashPage</name>
    <message numerus="yes">
        <source>Give up %Ln message(s)</source>
        <translation>
            <numerusform>Give up %Ln message</numerusform>
            <numerusform>Give up %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1. Each entry goes for good when its time is over.</source>
        <extracomment>So many messages of a size of %1 are in the trash.</extracomment>
        <translation>
            <numerusform>%Ln message, %1. Each entry goes for good when its time is over.</numerusform>
            <numerusform>%Ln messages, %1. Each entry goes for good when its time is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::UndoRedriveJob</name>
    <message numerus="yes">
        <source>%Ln dead letter(s) are back in %1.</source>
        <translation>
            <numerusform>%Ln dead letter is back in %1.</numerusform>
            <numerusform>%Ln dead letters are back in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been received meanwhile and stayed.</source>
        <translation>
            <numerusform>%Ln had been received meanwhile and stayed.</numerusform>
            <numerusform>%Ln had been received meanwhile and stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubscriptionState</name>
    <message numerus="yes">
        <source>%Ln failing</source>
        <extracomment>%Ln subscriptions are failing.</extracomment>
        <translation>
            <numerusform>%Ln failing</numerusform>
            <numerusform>%Ln failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicActions</name>
    <message numerus="yes">
        <source>Trying %Ln message(s) again at %1.</source>
        <translation>
            <numerusform>Trying %Ln message again at %1.</numerusform>
            <numerusform>Trying %Ln messages again at %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
