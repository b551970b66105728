<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AttemptLadder</name>
    <message>
        <source>Attempts for this message</source>
        <translation>此消息的推送记录</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more attempt(s)</source>
        <translation>
            <numerusform>另有 %Ln 次推送</numerusform>
        </translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次重试</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Messages of %1 will expire</source>
        <translation>%1 的消息即将过期</translation>
    </message>
    <message>
        <source>The oldest has waited %1; after %2 it is deleted.</source>
        <translation>最早的一条已等待 %1，满 %2 后将被删除。</translation>
    </message>
    <message>
        <source>%1 has no receiver</source>
        <translation>%1 无接收方</translation>
    </message>
    <message>
        <source>%1 ready, nothing received for %2.</source>
        <translation>%1 条可接收，%2 无人接收。</translation>
    </message>
    <message>
        <source>%1 is growing</source>
        <translation>%1 持续堆积</translation>
    </message>
    <message>
        <source>Writes are stopped</source>
        <translation>已停止写入</translation>
    </message>
    <message>
        <source>Send, receive and delete are refused.</source>
        <translation>发送、接收和删除都会被拒绝。</translation>
    </message>
    <message>
        <source>The clock is frozen</source>
        <translation>时钟已冻结</translation>
    </message>
    <message>
        <source>Delays and leases wait until it runs again.</source>
        <translation>恢复运行之前，延迟和隐藏时长都不会到期。</translation>
    </message>
    <message>
        <source>%1: %2 is failing</source>
        <extracomment>%1 is a topic, %2 one of its subscriptions.</extracomment>
        <translation>%1：%2 失败中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead letter(s) in %1</source>
        <translation>
            <numerusform>%1 中有 %Ln 条死信</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest was sent %1 ago.</source>
        <translation>最早一条发送于 %1前。</translation>
    </message>
    <message>
        <source>%1: dead-letter queue %2 is missing</source>
        <extracomment>%1 is a queue or a subscription, %2 the queue that does not exist.</extracomment>
        <translation>%1：死信队列 %2 不存在</translation>
    </message>
    <message>
        <source>Messages that were received too often stay until there is one.</source>
        <translation>接收次数过多的消息会留在原处，直到该队列存在。</translation>
    </message>
    <message>
        <source>What fails for good is tried on, once a minute, until there is one.</source>
        <translation>最终失败的消息每分钟重试一次，直到该队列存在。</translation>
    </message>
    <message>
        <source>%1 are free where the broker keeps its data, %2.</source>
        <extracomment>%1 is a size, %2 a share such as &quot;4 %&quot;.</extracomment>
        <translation>服务的数据目录所在磁盘还剩 %1（%2）。</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>磁盘即将写满</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) in ten minutes, the last: %1.</source>
        <extracomment>%1 is an error code such as &quot;SignatureDoesNotMatch&quot;.</extracomment>
        <translation>
            <numerusform>十分钟内有 %Ln 个请求被拒绝，最近一次：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The key %1 is refused</source>
        <translation>访问密钥 %1 被拒绝</translation>
    </message>
    <message>
        <source>In %1 /s, out %2 /s.</source>
        <translation>每秒进入 %1 条，取走 %2 条。</translation>
    </message>
    <message>
        <source>%1 arrived in the last hour, %2 waiting. %3</source>
        <extracomment>%1 is the share of pushes that arrived, %2 how many messages wait, %3 why.</extracomment>
        <translation>近一小时送达 %1，%2 条等待。%3</translation>
    </message>
</context>
<context>
    <name>BrokerComparison</name>
    <message>
        <source>none</source>
        <extracomment>The value of an attribute that is not set.</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Visibility timeout</source>
        <translation>消息隐藏时长</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Long poll</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Dead letters to queue</source>
        <translation>死信转入队列</translation>
    </message>
    <message>
        <source>After receives</source>
        <translation>接收次数达到</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接收端地址</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Pushes a second</source>
        <translation>每秒推送</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>The type of a queue or topic, beside FIFO.</extracomment>
        <translation>普通</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>ChangeQuestion</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>另有 %Ln 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1?</source>
        <extracomment>%1 is the name of a connection.</extracomment>
        <translation>要更改 %1 吗？</translation>
    </message>
    <message>
        <source>This connection asks before every change.</source>
        <translation>此连接在每次更改前都会询问。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <extracomment>A button; %1 is the name of a connection.</extracomment>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <extracomment>%1 is the name of a connection, %2 what will happen there, a sentence.</extracomment>
        <translation>在 %1 上：%2</translation>
    </message>
</context>
<context>
    <name>ChangeTexts</name>
    <message>
        <source>Send a message to %1.</source>
        <translation>向 %1 发送一条消息。</translation>
    </message>
    <message>
        <source>Send messages to %1.</source>
        <translation>向 %1 发送消息。</translation>
    </message>
    <message>
        <source>Receive a message of %1, as an app would.</source>
        <translation>像应用一样从 %1 接收一条消息。</translation>
    </message>
    <message>
        <source>Receive messages of %1, as an app would.</source>
        <translation>像应用一样从 %1 接收消息。</translation>
    </message>
    <message>
        <source>Delete a message of %1.</source>
        <translation>删除 %1 中的一条消息。</translation>
    </message>
    <message>
        <source>Delete messages of %1.</source>
        <translation>删除 %1 中的消息。</translation>
    </message>
    <message>
        <source>Change how long a message of %1 is held.</source>
        <translation>更改 %1 中一条消息的占用时长。</translation>
    </message>
    <message>
        <source>Create queue %1.</source>
        <translation>创建队列 %1。</translation>
    </message>
    <message>
        <source>Change the attributes of queue %1.</source>
        <translation>更改队列 %1 的属性。</translation>
    </message>
    <message>
        <source>Delete queue %1.</source>
        <translation>删除队列 %1。</translation>
    </message>
    <message>
        <source>Create topic %1.</source>
        <translation>创建主题 %1。</translation>
    </message>
    <message>
        <source>Change the attributes of topic %1.</source>
        <translation>更改主题 %1 的属性。</translation>
    </message>
    <message>
        <source>Delete topic %1.</source>
        <translation>删除主题 %1。</translation>
    </message>
    <message>
        <source>Publish a message to %1.</source>
        <translation>向 %1 发布一条消息。</translation>
    </message>
    <message>
        <source>Subscribe %2 to %1.</source>
        <translation>将 %2 订阅到 %1。</translation>
    </message>
    <message>
        <source>Change subscription %2 of %1.</source>
        <translation>更改 %1 的订阅 %2。</translation>
    </message>
    <message>
        <source>Unsubscribe %2 from %1.</source>
        <translation>取消 %1 的订阅 %2。</translation>
    </message>
    <message>
        <source>Purge queue %1.</source>
        <translation>清空队列 %1。</translation>
    </message>
    <message>
        <source>Move messages out of %1.</source>
        <translation>将消息移出 %1。</translation>
    </message>
    <message>
        <source>Move dead letters out of %1.</source>
        <translation>将死信移出 %1。</translation>
    </message>
    <message>
        <source>Take dead letters back to %1.</source>
        <translation>将死信移回 %1。</translation>
    </message>
    <message>
        <source>Retry at once what waits for %2 of %1.</source>
        <translation>立即重试 %1 的订阅 %2 等待的消息。</translation>
    </message>
    <message>
        <source>Pause subscription %2 of %1.</source>
        <translation>暂停 %1 的订阅 %2。</translation>
    </message>
    <message>
        <source>Resume subscription %2 of %1.</source>
        <translation>恢复 %1 的订阅 %2。</translation>
    </message>
    <message>
        <source>Push a message once more.</source>
        <translation>再次推送一条消息。</translation>
    </message>
    <message>
        <source>Push a test message.</source>
        <translation>推送一条测试消息。</translation>
    </message>
    <message>
        <source>Delete messages of the outbox.</source>
        <translation>删除发件箱中的消息。</translation>
    </message>
    <message>
        <source>Send a message of the outbox for real.</source>
        <translation>真正发出发件箱中的一条消息。</translation>
    </message>
    <message>
        <source>Empty the trash for good.</source>
        <translation>彻底清空回收站。</translation>
    </message>
    <message>
        <source>Freeze the broker&apos;s clock.</source>
        <translation>冻结服务的时钟。</translation>
    </message>
    <message>
        <source>Let the broker&apos;s clock run.</source>
        <translation>让服务的时钟继续走。</translation>
    </message>
    <message>
        <source>Advance the broker&apos;s clock.</source>
        <translation>将服务的时钟拨快。</translation>
    </message>
    <message>
        <source>Send the request %1.</source>
        <extracomment>What is sent has no words of its own: %1 is its method and path.</extracomment>
        <translation>发送请求 %1。</translation>
    </message>
    <message>
        <source>Bring an entry of the trash back.</source>
        <translation>恢复回收站中的一项。</translation>
    </message>
    <message>
        <source>Stop bringing an entry of the trash back.</source>
        <translation>停止恢复回收站中的一项。</translation>
    </message>
    <message>
        <source>Give up an entry of the trash for good.</source>
        <translation>彻底放弃回收站中的一项。</translation>
    </message>
</context>
<context>
    <name>ClockActions</name>
    <message>
        <source>The clock could not be started.</source>
        <translation>无法启动时钟。</translation>
    </message>
    <message>
        <source>The clock could not be stopped.</source>
        <translation>无法停止时钟。</translation>
    </message>
    <message>
        <source>The clock could not be set forward.</source>
        <translation>无法拨快时钟。</translation>
    </message>
</context>
<context>
    <name>ConnectionRow</name>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>No Signalbox</source>
        <translation>不是 Signalbox</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Writes stopped</source>
        <translation>已停止写入</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Running · %1</source>
        <extracomment>%1 is a duration such as &quot;6 d 04 h&quot;.</extracomment>
        <translation>运行中 · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is an address, %2 the time that an answer takes.
----------
%1 is an address, %2 a state such as &quot;No answer&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
</context>
<context>
    <name>DeadLetter</name>
    <message>
        <source>%1 › %2</source>
        <extracomment>A topic and its subscription.</extracomment>
        <translation>%1 › %2</translation>
    </message>
    <message numerus="yes">
        <source>Received %Ln time(s)</source>
        <translation>
            <numerusform>已接收 %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) to push</source>
        <translation>
            <numerusform>已推送 %Ln 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The broker cannot be reached.</source>
        <translation>无法连接服务。</translation>
    </message>
    <message>
        <source>The broker did not answer in time.</source>
        <translation>服务没有及时响应。</translation>
    </message>
    <message>
        <source>A queue of this name is there already, with other attributes.</source>
        <translation>已有同名队列，但属性不同。</translation>
    </message>
    <message>
        <source>The queue no longer exists.</source>
        <translation>队列已不存在。</translation>
    </message>
    <message>
        <source>The message no longer exists.</source>
        <translation>消息已不存在。</translation>
    </message>
    <message>
        <source>It is no longer in the trash.</source>
        <translation>回收站中已没有它。</translation>
    </message>
    <message>
        <source>The access key may not do this (403 AccessDenied).</source>
        <translation>此访问密钥没有权限（403 AccessDenied）。</translation>
    </message>
    <message>
        <source>The broker does not accept the access key.</source>
        <translation>服务不接受此访问密钥。</translation>
    </message>
    <message>
        <source>The change was not confirmed.</source>
        <translation>更改未经确认。</translation>
    </message>
    <message>
        <source>The clocks of this machine and the broker are more than 15 minutes apart.</source>
        <translation>本机与服务的时钟相差超过 15 分钟。</translation>
    </message>
    <message>
        <source>The broker allows no more requests in this second.</source>
        <translation>服务在这一秒内不再接受更多请求。</translation>
    </message>
    <message>
        <source>The broker allows no more queues.</source>
        <translation>服务不允许再创建队列。</translation>
    </message>
    <message>
        <source>The lease has ended, so its receipt handle does nothing any more.</source>
        <translation>占用已到期，临时句柄已失效。</translation>
    </message>
    <message>
        <source>A topic of this name is there already, with other attributes.</source>
        <translation>已有同名主题，但属性不同。</translation>
    </message>
    <message>
        <source>The topic no longer exists.</source>
        <translation>主题已不存在。</translation>
    </message>
    <message>
        <source>A subscription of this name is there already, with other attributes.</source>
        <translation>已有同名订阅，但属性不同。</translation>
    </message>
    <message>
        <source>The subscription no longer exists.</source>
        <translation>订阅已不存在。</translation>
    </message>
    <message>
        <source>The name is not accepted: letters, digits and hyphens only, first a letter or a digit.</source>
        <translation>名称不被接受：只能使用字母、数字和连字符，且以字母或数字开头。</translation>
    </message>
    <message>
        <source>The name is not accepted: it is too long, or empty.</source>
        <translation>名称不被接受：过长或为空。</translation>
    </message>
    <message>
        <source>A value is not accepted: “%1”</source>
        <translation>有一个值不被接受：“%1”</translation>
    </message>
    <message>
        <source>The endpoint is not accepted: “%1”</source>
        <translation>接收端地址不被接受：“%1”</translation>
    </message>
    <message>
        <source>The reason given: “%1”</source>
        <translation>给出的原因：“%1”</translation>
    </message>
    <message>
        <source>The broker did not answer in time. It may have been done, or be done later: look before you repeat it.</source>
        <translation>服务未及时响应。操作可能已经完成，或稍后完成；重复之前先查看。</translation>
    </message>
</context>
<context>
    <name>LiveAge</name>
    <message>
        <source>Live updates are paused.</source>
        <translation>实时更新已暂停。</translation>
    </message>
    <message>
        <source>The broker does not answer.</source>
        <translation>服务无响应。</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>更新于 %1</translation>
    </message>
    <message>
        <source>Updated at %1</source>
        <extracomment>%1 is a time of the day, of another day with its date.</extracomment>
        <translation>更新于 %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 says when data was updated last, %2 is a sentence that says why not since.</extracomment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>binary, %1</source>
        <extracomment>In a list of messages; %1 is a size such as &quot;1.2 KB&quot;.</extracomment>
        <translation>二进制，%1</translation>
    </message>
</context>
<context>
    <name>MessageState</name>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>A message that waits behind an earlier one of its group.</extracomment>
        <translation>等待前序</translation>
    </message>
    <message>
        <source>Gone</source>
        <extracomment>A message that left the queue, or the state shown, since the list was read.</extracomment>
        <translation>已离开</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Moved %Ln message(s) to %1.</source>
        <translation>
            <numerusform>已将 %Ln 条消息移动到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln 条处理中的消息留在原处。</numerusform>
        </translation>
    </message>
    <message>
        <source>They could not be moved back.</source>
        <translation>无法移回这些消息。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) moved back to %1.</source>
        <translation>
            <numerusform>%Ln 条消息已移回 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaletteItems</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1 · %2 ready</source>
        <extracomment>What a queue is doing, and how many messages are ready in it.</extracomment>
        <translation>%1 · 可接收 %2</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>What a topic is doing, and who subscribed.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Previous in the inspector</source>
        <translation>详情：上一个</translation>
    </message>
    <message>
        <source>Next in the inspector</source>
        <translation>详情：下一个</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Open message %1</source>
        <extracomment>%1 is the ID of a message, shortened.</extracomment>
        <translation>打开消息 %1</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Purge %1?</source>
        <translation>清空 %1？</translation>
    </message>
    <message>
        <source>All messages leave the queue at once. What a receiver holds it can still finish.</source>
        <translation>所有消息立即离开队列。接收方已取走的消息仍可处理完。</translation>
    </message>
    <message>
        <source>%1 was not purged.</source>
        <translation>未能清空 %1。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>The queue and its messages go; apps that use it get QueueNotExist.</source>
        <translation>队列及其消息都会删除，使用它的应用将收到 QueueNotExist。</translation>
    </message>
    <message>
        <source>Delete queue</source>
        <translation>删除队列</translation>
    </message>
    <message>
        <source>%1 was not deleted.</source>
        <translation>未能删除 %1。</translation>
    </message>
    <message>
        <source>Deleted queue %1.</source>
        <translation>已删除队列 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Purge %Ln message(s)</source>
        <translation>
            <numerusform>清空 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purged %Ln message(s) from %1.</source>
        <translation>
            <numerusform>已从 %1 清空 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete queue and %Ln message(s)</source>
        <translation>
            <numerusform>删除队列和 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted queue %1 with %Ln message(s).</source>
        <translation>
            <numerusform>已删除队列 %1，含 %Ln 条消息。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueState</name>
    <message>
        <source>Writes stopped</source>
        <translation>已停止写入</translation>
    </message>
    <message>
        <source>No receiver</source>
        <translation>无接收方</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>持续堆积</translation>
    </message>
    <message>
        <source>Draining</source>
        <translation>排空中</translation>
    </message>
    <message>
        <source>Flowing</source>
        <translation>收发正常</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>有死信</translation>
    </message>
</context>
<context>
    <name>RequestCause</name>
    <message>
        <source>The secret is probably different</source>
        <translation>Secret 很可能不同</translation>
    </message>
    <message>
        <source>The broker signed what stands below, from what arrived. When your app signs the same lines, its secret is another one than the broker&apos;s.</source>
        <translation>服务根据收到的内容对下面的文本签名。如果应用签名的内容与此相同，说明它的 Secret 与服务的不同。</translation>
    </message>
    <message>
        <source>The key %1 is not known here</source>
        <translation>此处没有密钥 %1</translation>
    </message>
    <message>
        <source>The broker has one access key; Settings, Broker shows its ID.</source>
        <translation>服务只有一个访问密钥，其 ID 见“设置 › 服务”。</translation>
    </message>
    <message>
        <source>The clocks are too far apart</source>
        <translation>两端时钟相差过大</translation>
    </message>
    <message>
        <source>The Date of the request differs from the broker&apos;s time by more than 15 minutes.</source>
        <translation>请求的 Date 与服务时间相差超过 15 分钟。</translation>
    </message>
    <message>
        <source>A header is missing or wrong</source>
        <translation>缺少请求头或请求头有误</translation>
    </message>
    <message>
        <source>The key %1 may not do this</source>
        <translation>密钥 %1 无权执行此操作</translation>
    </message>
    <message>
        <source>There is no queue %1</source>
        <translation>没有队列 %1</translation>
    </message>
    <message>
        <source>It was never created, or it was deleted. Names are case-sensitive.</source>
        <translation>它从未创建，或已被删除。名称区分大小写。</translation>
    </message>
    <message>
        <source>A queue %1 is there already</source>
        <translation>队列 %1 已存在</translation>
    </message>
    <message>
        <source>It has other attributes than the request gives. With the same ones creating it again is no error.</source>
        <translation>它的属性与请求中的不同。属性相同时，再次创建不会出错。</translation>
    </message>
    <message>
        <source>%1 is no name for a queue</source>
        <translation>%1 不能用作队列名称</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens, first a letter or a digit, at most 256 of them.</source>
        <translation>只能使用字母、数字和连字符，以字母或数字开头，最多 256 个字符。</translation>
    </message>
    <message>
        <source>The receipt handle is no longer valid</source>
        <translation>临时句柄已失效</translation>
    </message>
    <message>
        <source>The lease ended or was changed before, so another receiver may have the message. A longer visibility timeout helps.</source>
        <translation>占用已到期或此前已被更改，消息可能已由其他接收方处理。可延长消息隐藏时长。</translation>
    </message>
    <message>
        <source>The body cannot be read as XML</source>
        <translation>正文无法按 XML 读取</translation>
    </message>
    <message>
        <source>The Content-MD5 does not fit the body</source>
        <translation>Content-MD5 与正文不符</translation>
    </message>
    <message>
        <source>The body was changed after the header was computed, or on its way.</source>
        <translation>计算请求头之后，或在传输途中，正文被更改。</translation>
    </message>
    <message>
        <source>A value is outside its range</source>
        <translation>有值超出范围</translation>
    </message>
    <message>
        <source>The broker could not do it</source>
        <translation>服务未能完成</translation>
    </message>
    <message>
        <source>The Content-Type line differs</source>
        <translation>Content-Type 行不同</translation>
    </message>
    <message>
        <source>The Content-MD5 line differs</source>
        <translation>Content-MD5 行不同</translation>
    </message>
    <message>
        <source>The date line differs</source>
        <translation>日期行不同</translation>
    </message>
    <message>
        <source>The header lines differ</source>
        <translation>请求头行不同</translation>
    </message>
    <message>
        <source>The path differs</source>
        <translation>路径不同</translation>
    </message>
    <message>
        <source>The method differs</source>
        <translation>请求方法不同</translation>
    </message>
    <message>
        <source>The line breaks differ</source>
        <translation>换行不同</translation>
    </message>
    <message>
        <source>The secret has something around it</source>
        <translation>密钥前后有多余字符</translation>
    </message>
    <message>
        <source>The signature fits the broker&apos;s secret with a line break, a space, quotes or an &amp; at its end, or the key ID in its place.</source>
        <translation>签名与服务的密钥相符，但密钥末尾多了换行、空格、引号或 &amp;，或用密钥 ID 代替了密钥。</translation>
    </message>
    <message>
        <source>The hash or its encoding differs</source>
        <translation>哈希算法或编码不同</translation>
    </message>
    <message>
        <source>The right lines and the right secret, but the signature must be HMAC-SHA1, its 20 bytes in Base64.</source>
        <translation>签名内容和密钥都对，但签名必须是 HMAC-SHA1，其 20 字节以 Base64 编码。</translation>
    </message>
    <message>
        <source>The signature fits once the lines read as below. The client signed one thing and sent another.</source>
        <translation>按下面的内容计算，签名即相符。客户端签名的内容与发送的内容不同。</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>SavedAttributes</name>
    <message>
        <source>The attributes of %1 could not be changed back.</source>
        <translation>无法改回 %1 的属性。</translation>
    </message>
    <message>
        <source>The attributes of %1 are as they were.</source>
        <translation>%1 的属性已恢复原样。</translation>
    </message>
</context>
<context>
    <name>SearchTexts</name>
    <message>
        <source>A key must follow the dot.</source>
        <translation>点后面要有键。</translation>
    </message>
    <message>
        <source>An index or a quoted key must follow the bracket.</source>
        <translation>方括号后面要有序号或带引号的键。</translation>
    </message>
    <message>
        <source>The bracket is not closed.</source>
        <translation>方括号没有闭合。</translation>
    </message>
    <message>
        <source>The quotation mark is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>The quoted text has an escape that JSON does not know.</source>
        <translation>引号中的文本含有 JSON 没有的转义。</translation>
    </message>
    <message>
        <source>One “=” must follow.</source>
        <translation>后面要有一个“=”。</translation>
    </message>
    <message>
        <source>The name of a property must follow.</source>
        <translation>后面要有属性名。</translation>
    </message>
    <message>
        <source>A value must follow.</source>
        <translation>后面要有值。</translation>
    </message>
    <message>
        <source>Nothing may follow the quoted value.</source>
        <translation>带引号的值后面不能再有内容。</translation>
    </message>
    <message>
        <source>A message ID has up to 32 digits from 0 to F.</source>
        <translation>消息 ID 最多 32 位，由 0 到 F 组成。</translation>
    </message>
    <message>
        <source>Character %1: %2 Begin with text: to look for it as it stands.</source>
        <extracomment>%1 is a position in the text of a search, %2 a sentence. &quot;text:&quot; stays as it is.</extracomment>
        <translation>第 %1 个字符：%2以 text: 开头可按原样搜索。</translation>
    </message>
    <message>
        <source>text in a body, a property, the group or at the end of an ID</source>
        <translation>正文、属性、分组中或 ID 末尾的文本</translation>
    </message>
    <message>
        <source>a value of a JSON body: text, number, true, false or null</source>
        <translation>JSON 正文中的值：文本、数字、true、false 或 null</translation>
    </message>
    <message>
        <source>a message ID, or its end</source>
        <translation>消息 ID，或其末尾</translation>
    </message>
    <message>
        <source>the tag of a topic&apos;s notification</source>
        <translation>主题通知的标签</translation>
    </message>
    <message>
        <source>the message group</source>
        <translation>消息分组</translation>
    </message>
    <message>
        <source>a property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>text, whatever it begins with</source>
        <translation>文本，无论以什么开头</translation>
    </message>
</context>
<context>
    <name>Signalbox::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>A message broker that answers the MNS API, and its console.</source>
        <translation>兼容 MNS API 的消息服务及其控制台。</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Request ID, queue, key, address</source>
        <translation>请求 ID、队列、密钥、地址</translation>
    </message>
    <message>
        <source>Search in requests</source>
        <translation>搜索请求</translation>
    </message>
    <message>
        <source>Parts of the activity</source>
        <translation>活动的各部分</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>Signalbox::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题外观</translation>
    </message>
    <message>
        <source>System follows the desktop, also while it runs.</source>
        <translation>“跟随系统”会随桌面设置即时切换。</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>Follow the desktop&apos;s theme.</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Also decides how numbers and times are written.</source>
        <translation>同时决定数字和时间的写法。</translation>
    </message>
    <message>
        <source>System language</source>
        <extracomment>The desktop&apos;s language.</extracomment>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of everything in the window, with its rows.</source>
        <translation>窗口中的所有文字，行高随之变化。</translation>
    </message>
    <message>
        <source>System size</source>
        <extracomment>The size of the desktop&apos;s text.</extracomment>
        <translation>系统大小</translation>
    </message>
</context>
<context>
    <name>Signalbox::AttemptInspector</name>
    <message>
        <source>Sent by hand</source>
        <translation>手动推送</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次推送</translation>
    </message>
    <message>
        <source>Only what was sent over HTTP can be sent again.</source>
        <translation>只有通过 HTTP 推送的才能再次发送。</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接收端地址</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>As it was sent, header by header.</source>
        <translation>与实际发送的内容一致，包括每个请求头。</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>没有收到响应。</translation>
    </message>
    <message>
        <source>Its body up to the first 4 KiB.</source>
        <translation>响应正文仅保留前 4 KiB。</translation>
    </message>
    <message>
        <source>Signed with RSA-SHA1 in Authorization. Receivers verify it with the certificate at %1.</source>
        <translation>Authorization 中为 RSA-SHA1 签名。接收端用 %1 处的证书验证。</translation>
    </message>
    <message>
        <source>The attempt was not sent again.</source>
        <translation>未能再次推送。</translation>
    </message>
    <message>
        <source>Retry ladder</source>
        <translation>重试过程</translation>
    </message>
    <message>
        <source>Parts of the exchange</source>
        <translation>请求与响应的各部分</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Text of the chosen part</source>
        <translation>所选部分的内容</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次推送</translation>
    </message>
    <message>
        <source>Send to another URL…</source>
        <translation>推送到其他 URL…</translation>
    </message>
    <message>
        <source>Copy as curl command</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>Valid: a receiver that checks it accepts it</source>
        <translation>有效：验签的接收方会接受</translation>
    </message>
    <message>
        <source>It is not signed</source>
        <translation>没有签名</translation>
    </message>
    <message>
        <source>Content-md5 is not that of the body</source>
        <translation>Content-md5 与消息体不符</translation>
    </message>
    <message>
        <source>Not made with the certificate the broker serves now</source>
        <translation>不是用服务当前提供的证书签名的</translation>
    </message>
    <message>
        <source>The broker&apos;s certificate could not be read</source>
        <translation>无法读取服务的证书</translation>
    </message>
</context>
<context>
    <name>Signalbox::AttemptListModel</name>
    <message>
        <source>%1 accepted</source>
        <extracomment>A server took the push; %1 is the HTTP status.</extracomment>
        <translation>%1 已接受</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存入</translation>
    </message>
    <message>
        <source>Caught in outbox</source>
        <translation>已收入发件箱</translation>
    </message>
    <message>
        <source>Dead letter</source>
        <extracomment>The last try failed; the message is in the dead-letter queue now.</extracomment>
        <translation>转入死信</translation>
    </message>
    <message>
        <source>Gave up</source>
        <extracomment>The last try failed, and the message is gone.</extracomment>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <extracomment>A server answered with this HTTP status, which does not count as success.</extracomment>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>by hand</source>
        <extracomment>Somebody asked for this attempt by hand.</extracomment>
        <translation>手动</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Try</source>
        <extracomment>The number of the attempt for one message.</extracomment>
        <translation>次数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>How long the attempt took.</extracomment>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次重试</translation>
    </message>
    <message>
        <source>%1, %2, try %3, %4</source>
        <extracomment>An attempt for screen readers: time, subscription, number of the try, result.</extracomment>
        <translation>%1，%2，第 %3 次，%4</translation>
    </message>
</context>
<context>
    <name>Signalbox::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Run the clock</source>
        <translation>让时钟运行</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有需要处理的事项。</translation>
    </message>
    <message>
        <source>Last: %1, until %2.</source>
        <extracomment>%1 is a sentence such as &quot;orders has no receiver&quot;, %2 a time such as &quot;13:02&quot;.</extracomment>
        <translation>最近一次：%1，至 %2。</translation>
    </message>
</context>
<context>
    <name>Signalbox::BackgroundJob</name>
    <message numerus="yes">
        <source>%1: %Ln message(s).</source>
        <extracomment>%1 is a job such as &quot;Sending to orders&quot;.</extracomment>
        <translation>
            <numerusform>%1：%Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>Signalbox::BodyForm</name>
    <message>
        <source>A message needs a body.</source>
        <translation>需要正文。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Size of a message&apos;s body and the most it can be.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>正文类型</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>A kind of message body: neither JSON nor XML.</extracomment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Format (Ctrl+Shift+F)</source>
        <translation>格式化 (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Encode as Base64</source>
        <translation>以 Base64 编码</translation>
    </message>
    <message>
        <source>Java, Python and PHP expect it.</source>
        <translation>Java、Python、PHP 的接收方需要它。</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>文件仍在读取。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>需要选择文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It takes %1; at most %2 can be sent.</source>
        <translation>它占 %1；最多可发送 %2。</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>A kind of message body: what is in a file.</extracomment>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>Signalbox::BrokerBanner</name>
    <message>
        <source>The broker does not answer since %1</source>
        <translation>服务自 %1 起无响应</translation>
    </message>
    <message>
        <source>Retrying in %1. What you see is old.</source>
        <translation>%1后重试。当前显示的是旧数据。</translation>
    </message>
    <message>
        <source>Retrying now. What you see is old.</source>
        <translation>正在重试。当前显示的是旧数据。</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Messages can be browsed; send, receive and delete resume by themselves when there is room.</source>
        <translation>仍可浏览消息；腾出空间后，发送、接收和删除将自动恢复。</translation>
    </message>
    <message>
        <source>Writes are stopped</source>
        <translation>已停止写入</translation>
    </message>
    <message>
        <source>The broker could not write to its file. It tries again by itself; meanwhile messages can be browsed.</source>
        <translation>服务无法写入数据文件，正在自动重试；期间仍可浏览消息。</translation>
    </message>
    <message>
        <source>The clock is frozen at %1</source>
        <translation>时钟冻结在 %1</translation>
    </message>
    <message>
        <source>Delays and leases wait until it runs again.</source>
        <translation>恢复运行之前，延迟和隐藏时长都不会到期。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1 does not answer since %2</source>
        <extracomment>%1 is the name of a connection, %2 a time of the day.</extracomment>
        <translation>%1 自 %2 起无响应</translation>
    </message>
    <message>
        <source>%1 refuses the access key</source>
        <translation>%1 拒绝此访问密钥</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>编辑连接…</translation>
    </message>
    <message>
        <source>%1 is no Signalbox broker</source>
        <translation>%1 不是 Signalbox 服务</translation>
    </message>
    <message>
        <source>It offers no admin API, which the console needs to browse.</source>
        <translation>它不提供控制台浏览所需的管理 API。</translation>
    </message>
</context>
<context>
    <name>Signalbox::BrokerPage</name>
    <message>
        <source>Data directory</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>The development key is known to everybody. Make a new key first.</source>
        <translation>开发密钥人人皆知，先生成新密钥。</translation>
    </message>
    <message>
        <source>Restart the broker to use the changed settings.</source>
        <translation>重启服务后，更改的设置才会生效。</translation>
    </message>
    <message>
        <source>The broker does not run.</source>
        <translation>服务未运行。</translation>
    </message>
    <message>
        <source>Restart broker</source>
        <translation>重启服务</translation>
    </message>
    <message>
        <source>Start broker</source>
        <translation>启动服务</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Other machines reach the broker only if you allow it.</source>
        <translation>经允许后，其他机器才能访问。</translation>
    </message>
    <message>
        <source>This machine only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>所有网络</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Queues and messages, in one file.</source>
        <translation>队列和消息都在一个文件中。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Durability</source>
        <translation>持久性</translation>
    </message>
    <message>
        <source>full: on disk before each reply. normal: survives a killed process, not a power cut.</source>
        <translation>full：每次应答前落盘。normal：进程被杀不丢，断电可能丢。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>When it closes</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>While apps used the broker in the last minute.</source>
        <translation>当最近一分钟内有应用使用服务时。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Keep the broker running</source>
        <translation>服务继续运行</translation>
    </message>
    <message>
        <source>Stop the broker</source>
        <translation>停止服务</translation>
    </message>
    <message>
        <source>The development key opens this machine only.</source>
        <translation>开发密钥仅限本机使用。</translation>
    </message>
</context>
<context>
    <name>Signalbox::BusiestCard</name>
    <message>
        <source>Busiest queues</source>
        <translation>最忙的队列</translation>
    </message>
    <message>
        <source>No messages come or go.</source>
        <translation>没有消息进出。</translation>
    </message>
</context>
<context>
    <name>Signalbox::ChartBoard</name>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>Opens a menu: each chart can be copied or saved.</extracomment>
        <translation>导出</translation>
    </message>
    <message>
        <source>Copy or save a chart (%1)</source>
        <translation>复制或保存图表（%1）</translation>
    </message>
    <message>
        <source>Export a chart</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>Signalbox::ClockPage</name>
    <message>
        <source>No broker answers.</source>
        <translation>没有服务应答。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time of %1</source>
        <translation>%1 的时间</translation>
    </message>
    <message>
        <source>It stands still: delays, leases and retention wait.</source>
        <translation>时间静止：延迟、占用和保留时间都暂停。</translation>
    </message>
    <message>
        <source>The time of the machine it runs on.</source>
        <translation>即所在机器的时间。</translation>
    </message>
    <message>
        <source>It is %1 ahead of its machine.</source>
        <translation>比所在机器快 %1。</translation>
    </message>
    <message>
        <source>It is %1 behind its machine.</source>
        <translation>比所在机器慢 %1。</translation>
    </message>
    <message>
        <source>No message is delayed or in flight.</source>
        <translation>没有延迟或处理中的消息。</translation>
    </message>
    <message>
        <source>To the next event</source>
        <translation>到下一事件</translation>
    </message>
    <message>
        <source>A message falls due %1.</source>
        <translation>有消息将于 %1到期。</translation>
    </message>
    <message>
        <source>When a delayed message becomes ready or a lease ends.</source>
        <translation>延迟消息变为可接收，或占用到期时。</translation>
    </message>
    <message>
        <source>Clock of the broker</source>
        <translation>服务的时钟</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Frozen, nothing falls due until it runs or is stepped.</source>
        <translation>冻结后，在恢复或步进之前没有消息到期。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步进</translation>
    </message>
    <message>
        <source>Sets the clock forward. It cannot go back.</source>
        <translation>将时钟拨快，无法拨回。</translation>
    </message>
    <message>
        <source>Step there</source>
        <translation>步进到此</translation>
    </message>
</context>
<context>
    <name>Signalbox::CompareDialog</name>
    <message>
        <source>%1 could not be read. %2</source>
        <extracomment>%1 is the name of a connection, %2 a sentence with the reason.</extracomment>
        <translation>无法读取 %1。%2</translation>
    </message>
    <message>
        <source>Only on %1: %2. Only on %3: %4. Attributes that differ: %5.</source>
        <extracomment>Of two brokers compared: %1 and %3 are their names, the others numbers.</extracomment>
        <translation>仅在 %1：%2。仅在 %3：%4。不同的属性：%5。</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <extracomment>The names of two connections.</extracomment>
        <translation>比较 %1 与 %2</translation>
    </message>
    <message>
        <source>Queues, topics and subscriptions by name. Nothing is changed.</source>
        <translation>按名称比较队列、主题和订阅。不会更改任何内容。</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>仅差异</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::ComparisonModel</name>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <extracomment>A row of a comparison: thing, attribute, and its value on either side.</extracomment>
        <translation>%1，%2：%3，%4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionActions</name>
    <message>
        <source>Copy endpoint</source>
        <translation>复制接入地址</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove %1 from the list?</source>
        <translation>将 %1 从列表中移除？</translation>
    </message>
    <message>
        <source>The console forgets its address and its key. The broker goes on.</source>
        <translation>控制台会忘记它的地址和密钥，该服务不受影响。</translation>
    </message>
    <message>
        <source>Cannot be undone: the key has to be typed again.</source>
        <translation>无法撤销：需要重新输入密钥。</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionBook</name>
    <message>
        <source>This broker</source>
        <translation>本机服务</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionDialog</name>
    <message>
        <source>Kept in the desktop&apos;s keychain.</source>
        <translation>保存在桌面的密钥环中。</translation>
    </message>
    <message>
        <source>The secret of the key is missing.</source>
        <translation>缺少密钥的 Secret。</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>缺少 AccessKey ID。</translation>
    </message>
    <message>
        <source>An address such as http://10.20.4.12:9324.</source>
        <translation>地址形如 http://10.20.4.12:9324。</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Something answers there, but it is no Signalbox broker.</source>
        <translation>那里有程序应答，但不是 Signalbox 服务。</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>编辑连接</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>A Signalbox broker on another machine, or another one on this.</source>
        <translation>另一台机器上的 Signalbox 服务，或本机上的另一个。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As the sidebar shows it.</source>
        <translation>显示在侧栏中的名称。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host and port, for example 10.20.4.12:9324.</source>
        <translation>主机和端口，例如 10.20.4.12:9324。</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>显示 Secret</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Signalbox %1 answered within %2. Queues: %3.</source>
        <extracomment>%1 is a version, %2 a duration, %3 a number of queues.</extracomment>
        <translation>Signalbox %1 在 %2 内应答。队列：%3 个。</translation>
    </message>
    <message>
        <source>No keychain: kept in a file only you can read.</source>
        <translation>没有钥匙串：保存在仅本人可读的文件中。</translation>
    </message>
    <message>
        <source>Empty: the one that is kept.</source>
        <translation>留空：使用已保存的。</translation>
    </message>
    <message>
        <source>Colour stripe</source>
        <translation>颜色条</translation>
    </message>
    <message>
        <source>At the connection, and across the window.</source>
        <translation>显示在连接旁和窗口顶部。</translation>
    </message>
    <message>
        <source>Ask before every change</source>
        <translation>每次更改前询问</translation>
    </message>
    <message>
        <source>Sending, receiving, editing and deleting wait until you agree.</source>
        <translation>发送、接收、编辑和删除都要等确认后才进行。</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionStripe</name>
    <message>
        <source>%1 · asks before every change</source>
        <translation>%1 · 每次更改前询问</translation>
    </message>
</context>
<context>
    <name>Signalbox::CopiesForm</name>
    <message>
        <source>About %1.</source>
        <translation>约 %1。</translation>
    </message>
    <message>
        <source>0: no limit.</source>
        <translation>0：不限速。</translation>
    </message>
    <message>
        <source>First of %1, as it will be sent</source>
        <translation>%1 条中的第一条，按实际发送显示</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>{{seq}} counts them.</source>
        <translation>{{seq}} 依次编号。</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>Messages per second.</extracomment>
        <translation>速率</translation>
    </message>
    <message>
        <source> /s</source>
        <extracomment>Messages per second, after a number.</extracomment>
        <translation> /秒</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Signalbox::CopiesJob</name>
    <message>
        <source>The connection was removed.</source>
        <translation>连接已被移除。</translation>
    </message>
    <message>
        <source>Sending to %1</source>
        <translation>正在发送到 %1</translation>
    </message>
    <message numerus="yes">
        <source>Sent %1 of %Ln message(s) to %2. %3</source>
        <extracomment>%1 of so many messages were sent to %2, then it failed for the reason %3, a whole sentence.</extracomment>
        <translation>
            <numerusform>已向 %2 发送 %1 / %Ln 条消息。%3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %Ln message(s) to %1.</source>
        <translation>
            <numerusform>已向 %1 发送 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %1 of %Ln message(s) to %2.</source>
        <translation>
            <numerusform>已停止：向 %2 发送了 %1 / %Ln 条消息。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::CreateQueueDialog</name>
    <message>
        <source>A queue needs a name.</source>
        <translation>需要队列名称。</translation>
    </message>
    <message>
        <source>A queue of this name with the same attributes is there already.</source>
        <translation>已有同名且属性相同的队列。</translation>
    </message>
    <message>
        <source>Create queue</source>
        <translation>创建队列</translation>
    </message>
    <message>
        <source>Values marked with a dot differ from the default.</source>
        <translation>带圆点的值与默认值不同。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>Signalbox::CreateTopicDialog</name>
    <message>
        <source>A topic of this name with the same attributes is there already.</source>
        <translation>已有同名且属性相同的主题。</translation>
    </message>
    <message>
        <source>Create topic</source>
        <translation>创建主题</translation>
    </message>
    <message>
        <source>What is published to it goes to everybody who subscribed.</source>
        <translation>发布到主题的消息会送达所有订阅。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A topic needs a name.</source>
        <translation>主题需要名称。</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>%1 Default %2.</source>
        <extracomment>%1 is a range such as &quot;1 KB to 64 KB.&quot;, %2 the default value.</extracomment>
        <translation>%1默认 %2。</translation>
    </message>
</context>
<context>
    <name>Signalbox::DeleteMessagesJob</name>
    <message>
        <source>Deleting from %1</source>
        <translation>正在从 %1 删除</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s) from %1.</source>
        <translation>
            <numerusform>已从 %1 删除 %Ln 条消息。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::EndpointForm</name>
    <message>
        <source>The name of a queue: letters, digits and hyphens.</source>
        <translation>队列名称：字母、数字和连字符。</translation>
    </message>
    <message>
        <source>A mail address such as ops@example.com.</source>
        <translation>邮件地址，例如 ops@example.com。</translation>
    </message>
    <message>
        <source>A phone number, digits only.</source>
        <translation>电话号码，仅限数字。</translation>
    </message>
    <message>
        <source>Service and function, with a slash between them.</source>
        <translation>服务与函数，以斜杠分隔。</translation>
    </message>
    <message>
        <source>A URL with http or https and a host.</source>
        <translation>以 http 或 https 开头并包含主机名的 URL。</translation>
    </message>
    <message>
        <source>Kind of endpoint</source>
        <translation>接收端类型</translation>
    </message>
    <message>
        <source>HTTP</source>
        <extracomment>Kinds of endpoints, as buttons of a row.</extracomment>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>邮件地址</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Service and function</source>
        <translation>服务与函数</translation>
    </message>
    <message>
        <source>It may be made later; until then messages wait.</source>
        <translation>可以稍后创建；在此之前消息会等待。</translation>
    </message>
    <message>
        <source>Mail stays in the outbox of this broker.</source>
        <translation>邮件留在本服务的发件箱中。</translation>
    </message>
    <message>
        <source>Messages stay in the outbox of this broker.</source>
        <translation>短信留在本服务的发件箱中。</translation>
    </message>
    <message>
        <source>For example billing/invoice. Calls stay in the outbox of this broker.</source>
        <translation>例如 billing/invoice。调用留在本服务的发件箱中。</translation>
    </message>
</context>
<context>
    <name>Signalbox::FileBody</name>
    <message>
        <source>The file has %1, a message at most %2.</source>
        <translation>文件为 %1，消息最大为 %2。</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that a message has.</source>
        <translation>文件大于 %1，即消息的上限。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>%1, text</source>
        <extracomment>%1 is the size of a file.</extracomment>
        <translation>%1，文本</translation>
    </message>
    <message>
        <source>%1, not text: travels as Base64</source>
        <extracomment>%1 is the size of a file.</extracomment>
        <translation>%1，非文本：以 Base64 传输</translation>
    </message>
    <message>
        <source>Text travels as it is, anything else as Base64.</source>
        <translation>文本按原样传输，其他内容以 Base64 传输。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>Signalbox::FormDialog</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>查看请求</translation>
    </message>
</context>
<context>
    <name>Signalbox::GroupField</name>
    <message>
        <source>A message of a FIFO queue or topic needs a group.</source>
        <translation>FIFO 队列或主题的消息需要分组。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Messages of one group stay in order.</source>
        <translation>同一分组的消息保持顺序。</translation>
    </message>
</context>
<context>
    <name>Signalbox::HeldCard</name>
    <message>
        <source>The message stays yours for %1.</source>
        <translation>此消息继续由此窗口持有 %1。</translation>
    </message>
    <message>
        <source>The message is given back.</source>
        <translation>消息已交还。</translation>
    </message>
    <message>
        <source>Yours for %1</source>
        <extracomment>Over the actions for a message that was received in this window; %1 is a duration.</extracomment>
        <translation>由此窗口持有，剩余 %1</translation>
    </message>
    <message>
        <source>The lease was not changed.</source>
        <translation>隐藏时长未更改。</translation>
    </message>
    <message>
        <source>The message was not deleted.</source>
        <translation>消息未删除。</translation>
    </message>
    <message>
        <source>The message is done and deleted.</source>
        <translation>消息已处理完毕并删除。</translation>
    </message>
    <message>
        <source>Extend the lease to</source>
        <translation>延长隐藏时长至</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Keeps the message from others for this long, from now.</source>
        <translation>从现在起，在这段时间内其他接收方看不到此消息。</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>交还</translation>
    </message>
    <message>
        <source>Others can receive it again in a second.</source>
        <translation>一秒后其他接收方可再次接收。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>As a receiver does when it is done: with the receipt handle, without undo.</source>
        <translation>与接收方处理完毕时相同：使用临时句柄删除，无法撤销。</translation>
    </message>
</context>
<context>
    <name>Signalbox::Jobs</name>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 messages are done.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <extracomment>%1 is a progress such as &quot;18,204 of 37,000&quot;, %2 a duration.</extracomment>
        <translation>%1 · 剩余 %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::JobsPopup</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <extracomment>%1 is what a job does, such as &quot;Sending to orders&quot;.</extracomment>
        <translation>停止：%1</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>Signalbox::KeysDialog</name>
    <message>
        <source>Open the row</source>
        <translation>打开该行</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>该行的菜单</translation>
    </message>
    <message>
        <source>Copy the selected rows as a table</source>
        <translation>将所选行复制为表格</translation>
    </message>
    <message>
        <source>Previous, next in the inspector</source>
        <translation>详情中的上一个、下一个</translation>
    </message>
    <message>
        <source>Next, previous match in a body</source>
        <translation>正文中的下一处、上一处匹配</translation>
    </message>
    <message>
        <source>Previous, next tab</source>
        <translation>上一个、下一个标签页</translation>
    </message>
    <message>
        <source>Move the read-out of a chart (Shift: ten samples)</source>
        <translation>移动图表读数（Shift：十个样本）</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>The command palette finds everything else by its name.</source>
        <translation>其他操作可在命令面板中按名称查找。</translation>
    </message>
    <message>
        <source>In this panel</source>
        <translation>此面板</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::LeaveDialog</name>
    <message>
        <source>Apps are using this broker</source>
        <translation>有应用正在使用此服务</translation>
    </message>
    <message>
        <source>They sent requests within the last minute. When the broker stops, they get no answer until the console starts again; messages stay on disk.</source>
        <translation>最近一分钟内有应用发来请求。服务停止后，应用将得不到应答，直到控制台再次启动；消息仍保留在磁盘上。</translation>
    </message>
    <message>
        <source>Stop the broker</source>
        <translation>停止服务</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Keep running, minimised</source>
        <translation>最小化并继续运行</translation>
    </message>
    <message>
        <source>Asked once. The answer can be changed under Settings, Broker.</source>
        <translation>只询问一次。可在“设置 › 服务”中更改。</translation>
    </message>
</context>
<context>
    <name>Signalbox::Leaving</name>
    <message>
        <source>Show Signalbox</source>
        <translation>显示 Signalbox</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Signalbox: the broker is running</source>
        <translation>Signalbox：服务正在运行</translation>
    </message>
</context>
<context>
    <name>Signalbox::MainWindow</name>
    <message>
        <source>Copied %1.</source>
        <translation>已复制 %1。</translation>
    </message>
    <message>
        <source>The secret could not be kept; it is asked for at the next start.</source>
        <translation>无法保存 Secret，下次启动时需要重新输入。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln ID(s).</source>
        <translation>
            <numerusform>已复制 %Ln 个 ID。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageAttributesForm</name>
    <message>
        <source>Mail from</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题行</translation>
    </message>
    <message>
        <source>The body is HTML</source>
        <translation>正文为 HTML</translation>
    </message>
    <message>
        <source>SMS signature</source>
        <translation>短信签名</translation>
    </message>
    <message>
        <source>Template code</source>
        <translation>模板代码</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收号码</translation>
    </message>
    <message>
        <source>Where the subscription names none.</source>
        <translation>订阅未指定号码时使用。</translation>
    </message>
    <message>
        <source>Template parameters</source>
        <translation>模板参数</translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageInspector</name>
    <message>
        <source>This message has left.</source>
        <translation>此消息已离开。</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Enqueued</source>
        <translation>入队时间</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Last received by</source>
        <translation>上次接收方</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a countdown such as &quot;in 27 s&quot;, %2 a time.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Visible again</source>
        <translation>再次可见</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见时间</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>First received</source>
        <translation>首次接收</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Body MD5</source>
        <translation>正文 MD5</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>A message in flight stays, so that its receiver can finish.</source>
        <translation>处理中的消息留在原处，以便接收方处理完毕。</translation>
    </message>
    <message>
        <source>Receipt handle</source>
        <translation>临时句柄</translation>
    </message>
    <message>
        <source>Resend…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Moved back from</source>
        <translation>移回自</translation>
    </message>
    <message>
        <source>Dead letter of</source>
        <translation>死信来自</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>%1 is why a message became a dead letter, %2 when.</extracomment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>最近一次失败</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投递…</translation>
    </message>
    <message>
        <source>%1 of %2, then to %3</source>
        <extracomment>%1 receives of at most %2, then a message becomes a dead letter in the queue %3.</extracomment>
        <translation>%1 次，满 %2 次后转入 %3</translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageListView</name>
    <message>
        <source>No message matches “%1”</source>
        <translation>没有匹配“%1”的消息</translation>
    </message>
    <message>
        <source>No message in this state</source>
        <translation>没有处于此状态的消息</translation>
    </message>
    <message>
        <source>This queue is empty</source>
        <translation>此队列为空</translation>
    </message>
    <message>
        <source>Bodies, properties, groups and message IDs were searched.</source>
        <translation>已搜索正文、属性、分组和消息 ID。</translation>
    </message>
    <message>
        <source>Messages show here as soon as they are in it.</source>
        <translation>一有这样的消息就会显示在这里。</translation>
    </message>
    <message>
        <source>A message stays here until a receiver deletes it.</source>
        <translation>消息会一直保留，直到接收方删除它。</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>跟随中</translation>
    </message>
    <message>
        <source>Paused while you scroll</source>
        <translation>滚动时已暂停</translation>
    </message>
    <message>
        <source>%1 match</source>
        <extracomment>After a search; %1 is a number of messages, &quot;+&quot; says that there may be more.</extracomment>
        <translation>%1 条匹配</translation>
    </message>
    <message>
        <source>%1+ match</source>
        <translation>%1+ 条匹配</translation>
    </message>
    <message>
        <source>Reading here does not count as a receive.</source>
        <translation>在此查看不计入接收次数。</translation>
    </message>
    <message>
        <source>%1 found in %2 looked at, newest first. %3</source>
        <extracomment>After or during a search; %1 and %2 are numbers of messages, %3 is a further sentence.</extracomment>
        <translation>已查看 %2 条，找到 %1 条，最新的在前。%3</translation>
    </message>
    <message>
        <source>The newest %1 of %2. A state or a search shows others. %3</source>
        <translation>最新的 %1 条，共 %2 条。选择状态或搜索可查看其他消息。%3</translation>
    </message>
    <message>
        <source>%1 of %2, newest first. %3</source>
        <translation>%1 / %2 条，最新的在前。%3</translation>
    </message>
    <message>
        <source>The messages of %1 could not be read.</source>
        <translation>无法读取 %1 的消息。</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Send message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>The search in %1 found %Ln message(s).</source>
        <translation>
            <numerusform>在 %1 中找到 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投递…</translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageTableModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Enqueued</source>
        <translation>入队时间</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>How often a message was received.</extracomment>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>Visible in</source>
        <extracomment>Time until a message can be received again.</extracomment>
        <translation>再次可见</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>%1, message %2, enqueued %3, %4</source>
        <extracomment>A message for screen readers: state, ID, time it was sent, beginning of its body.</extracomment>
        <translation>%1，消息 %2，入队时间 %3，%4</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>The message group that a message belongs to.</extracomment>
        <translation>分组</translation>
    </message>
    <message>
        <source>Receiver</source>
        <extracomment>Who received a message last.</extracomment>
        <translation>接收方</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Where a dead letter was before.</extracomment>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>Signalbox::MessageTools</name>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Tail</source>
        <extracomment>Lets a list of messages follow what comes.</extracomment>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Follow what comes (%1)</source>
        <translation>跟随新消息（%1）</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>消息范围</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>This is longer than a search can be.</source>
        <translation>超过了搜索文本的最大长度。</translation>
    </message>
    <message>
        <source>Text, $.path = value, id:, tag:, group:, prop.name = value</source>
        <translation>文本、$.path = value、id:、tag:、group:、prop.name = value</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>Messages that wait behind an earlier one of their group.</extracomment>
        <translation>等待前序</translation>
    </message>
    <message>
        <source>Follow what comes</source>
        <translation>跟随新消息</translation>
    </message>
</context>
<context>
    <name>Signalbox::MoveDialog</name>
    <message>
        <source>Choose a queue.</source>
        <translation>选择一个队列。</translation>
    </message>
    <message>
        <source>No other queue has this name.</source>
        <translation>没有其他队列使用此名称。</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln message(s)</source>
        <translation>
            <numerusform>移动 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of %1, with state, time and properties. Messages in flight stay.</source>
        <translation>从 %1 移出，状态、时间和属性不变。处理中的消息留在原处。</translation>
    </message>
    <message>
        <source>To queue</source>
        <translation>目标队列</translation>
    </message>
</context>
<context>
    <name>Signalbox::MoveMessagesJob</name>
    <message>
        <source>Moving to %1</source>
        <translation>正在移动到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) moved back to %1.</source>
        <translation>
            <numerusform>已将 %Ln 条消息移回 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln message(s) to %1.</source>
        <translation>
            <numerusform>已将 %Ln 条消息移动到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln 条处理中的消息留在原处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::NameField</name>
    <message>
        <source>Letters, digits and hyphens only, first a letter or a digit.</source>
        <translation>只能使用字母、数字和连字符，且以字母或数字开头。</translation>
    </message>
</context>
<context>
    <name>Signalbox::NamedListPanel</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Inspect (Ctrl+I)</source>
        <translation>查看详情 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>显示或隐藏详情</translation>
    </message>
</context>
<context>
    <name>Signalbox::NewerBar</name>
    <message numerus="yes">
        <source>More than %Ln newer (F5)</source>
        <translation>
            <numerusform>有超过 %Ln 条新消息（F5）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer (F5)</source>
        <translation>
            <numerusform>有 %Ln 条新消息（F5）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::Notices</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It could not be brought back.</source>
        <translation>无法恢复。</translation>
    </message>
    <message>
        <source>Queue %1 is back.</source>
        <translation>队列 %1 已恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) came back into %1.</source>
        <translation>
            <numerusform>%Ln 条消息已恢复到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1 is back.</source>
        <translation>主题 %1 已恢复。</translation>
    </message>
    <message>
        <source>Subscription %1 is back.</source>
        <translation>订阅 %1 已恢复。</translation>
    </message>
</context>
<context>
    <name>Signalbox::OutboxInspector</name>
    <message>
        <source>Only mail can be saved as a mail file.</source>
        <translation>只有邮件可以保存为邮件文件。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件方</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Subscription</source>
        <extracomment>%1 is a topic, %2 one of its subscriptions.</extracomment>
        <translation>订阅</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Parts of the message</source>
        <translation>消息的各部分</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Text of the chosen part</source>
        <translation>所选部分的内容</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>另存为 .eml…</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A state such as &quot;Failed&quot;, and why.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Send for real…</source>
        <translation>真实发送…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Signalbox::OutboxListModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Something kept, for screen readers: recipient, subject.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>Nobody looked at it yet.</extracomment>
        <translation>新</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>Who it was for.</extracomment>
        <translation>收件方</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Caught</source>
        <extracomment>When it was kept instead of sent.</extracomment>
        <translation>收入时间</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Kept</source>
        <extracomment>A mail or SMS that nothing sends on.</extracomment>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Delivery</source>
        <extracomment>Whether it was sent.</extracomment>
        <translation>投递</translation>
    </message>
</context>
<context>
    <name>Signalbox::OutboxPanel</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save mail</source>
        <translation>保存邮件</translation>
    </message>
    <message>
        <source>Mail files (*.eml)</source>
        <translation>邮件文件 (*.eml)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>不会离开本机</translation>
    </message>
    <message>
        <source>Search in the outbox</source>
        <translation>在发件箱中搜索</translation>
    </message>
    <message>
        <source>Which kind</source>
        <translation>哪一类</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Kinds of messages that were kept.</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Nothing was caught yet</source>
        <translation>还没有收入任何消息</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>The broker has no mail relay (push.smtp.url).</source>
        <translation>服务没有配置邮件中继（push.smtp.url）。</translation>
    </message>
    <message>
        <source>The broker has no SMS gateway (push.sms.url).</source>
        <translation>服务没有配置短信网关（push.sms.url）。</translation>
    </message>
    <message>
        <source>Only mail and SMS can be sent.</source>
        <translation>只有邮件和短信可以发送。</translation>
    </message>
    <message>
        <source>Send to %1?</source>
        <translation>发送给 %1？</translation>
    </message>
    <message>
        <source>It leaves this machine, through %1.</source>
        <translation>它将通过 %1 离开本机。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>发送给 %1</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>已发送。</translation>
    </message>
    <message>
        <source>It was not sent: %1</source>
        <translation>未能发送：%1</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>没有删除任何消息。</translation>
    </message>
    <message>
        <source>Deleted from the outbox.</source>
        <translation>已从发件箱删除。</translation>
    </message>
    <message>
        <source>Mail is sent through %1</source>
        <extracomment>%1 is a mail server or an HTTP gateway.</extracomment>
        <translation>邮件通过 %1 发送</translation>
    </message>
    <message>
        <source>SMS are sent through %1</source>
        <translation>短信通过 %1 发送</translation>
    </message>
    <message>
        <source>What topics send by mail, SMS, to functions and event buses stays here
for a week.</source>
        <translation>主题通过邮件、短信、函数和事件总线发送的内容
会在这里保留一周。</translation>
    </message>
    <message>
        <source>Text, subject or recipient</source>
        <translation>文本、主题行或收件方</translation>
    </message>
    <message>
        <source>The search looks at text, subject, recipients and properties.</source>
        <translation>搜索范围为文本、主题行、收件方和属性。</translation>
    </message>
</context>
<context>
    <name>Signalbox::OverviewPanel</name>
    <message>
        <source>Send message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>Create queue…</source>
        <translation>创建队列…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Oldest ready</source>
        <translation>最早可接收</translation>
    </message>
    <message>
        <source>+%1 in 5 min</source>
        <translation>5 分钟内 +%1</translation>
    </message>
    <message>
        <source>%1 in 5 min</source>
        <translation>5 分钟内 %1</translation>
    </message>
    <message>
        <source>next in %1</source>
        <extracomment>When the next delayed message becomes ready; %1 is a duration.</extracomment>
        <translation>下一条 %1后</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Resume live updates (F9)</source>
        <translation>恢复实时更新（F9）</translation>
    </message>
    <message>
        <source>Pause live updates (F9)</source>
        <translation>暂停实时更新（F9）</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>条/秒</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>堆积</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Commit latency</source>
        <translation>提交延迟</translation>
    </message>
    <message>
        <source>ms</source>
        <extracomment>Milliseconds.</extracomment>
        <translation>毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln long poll(s) waiting</source>
        <translation>
            <numerusform>%Ln 个长轮询等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>no commits</source>
        <extracomment>Why a chart of commit times has a gap: nothing was written.</extracomment>
        <translation>无提交</translation>
    </message>
    <message>
        <source>Push success</source>
        <translation>推送成功率</translation>
    </message>
    <message>
        <source>%1 failed in 1 h</source>
        <extracomment>Pushes that failed in the last hour.</extracomment>
        <translation>1 小时内失败 %1 次</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
</context>
<context>
    <name>Signalbox::PropertyTable</name>
    <message numerus="yes">
        <source>A message has at most %Ln propertie(s).</source>
        <translation>
            <numerusform>一条消息最多有 %Ln 个属性。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Remove the property</source>
        <translation>移除此属性</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>A property to a message.</extracomment>
        <translation>添加</translation>
    </message>
    <message>
        <source>Receivers get them beside the body.</source>
        <translation>接收方会随正文一起收到。</translation>
    </message>
</context>
<context>
    <name>Signalbox::PublishDialog</name>
    <message>
        <source>not: wants the tag %1</source>
        <translation>收不到：需要标签 %1</translation>
    </message>
    <message>
        <source>waits, since it is paused</source>
        <translation>等待中，因为订阅已暂停</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>谁会收到</translation>
    </message>
    <message>
        <source>Who gets it: %1 of %2</source>
        <translation>谁会收到：%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>Each property needs a name of its own.</source>
        <translation>每个属性需要各自的名称。</translation>
    </message>
    <message>
        <source>Published. Message %1</source>
        <translation>已发布。消息 %1</translation>
    </message>
    <message>
        <source>Publish message</source>
        <translation>发布消息</translation>
    </message>
    <message>
        <source>To topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>At most 16 characters.</source>
        <translation>最多 16 个字符。</translation>
    </message>
    <message>
        <source>Nobody gets it: what is published now is gone.</source>
        <translation>没有订阅会收到：现在发布的消息将丢失。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln message(s)</source>
        <translation>
            <numerusform>发布 %Ln 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueAttributesForm</name>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>%1 Default %2.</source>
        <extracomment>%1 is a range such as &quot;1 s to 12 h.&quot;, %2 the default value.</extracomment>
        <translation>%1默认 %2。</translation>
    </message>
    <message>
        <source>Visibility timeout</source>
        <translation>消息隐藏时长</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Long poll</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Stored for the cloud.</source>
        <translation>仅为云端保存。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>No queue can have this name.</source>
        <translation>队列不能使用此名称。</translation>
    </message>
    <message>
        <source>Dead letters to queue</source>
        <translation>死信转入队列</translation>
    </message>
    <message>
        <source>For messages that were received too often. Empty: they stay.</source>
        <translation>用于被接收次数过多的消息。留空：留在原队列。</translation>
    </message>
    <message>
        <source>After receives</source>
        <translation>接收次数达到</translation>
    </message>
    <message>
        <source>1 to %1.</source>
        <translation>1 到 %1。</translation>
    </message>
    <message>
        <source>No such queue of this type is known: without it messages stay.</source>
        <translation>没有该类型的此队列：不存在时消息会留在原处。</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueAttributesTab</name>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Bodies</source>
        <translation>正文大小</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln change(s) to %1.</source>
        <translation>
            <numerusform>已保存对 %1 的 %Ln 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>A dot marks what differs from what is saved. Changes hold for messages sent or received from then on.</source>
        <translation>圆点标出与已保存内容不同的值。更改对此后发送或接收的消息生效。</translation>
    </message>
    <message>
        <source>About this queue</source>
        <translation>关于此队列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueInspector</name>
    <message>
        <source>This queue is empty.</source>
        <translation>此队列为空。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Oldest ready</source>
        <translation>最早可接收</translation>
    </message>
    <message>
        <source>In, out, deleted /s</source>
        <extracomment>Messages per second that came in, went out and were deleted.</extracomment>
        <translation>进、出、删 /秒</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>Last receive</source>
        <extracomment>Time since messages were last received.</extracomment>
        <translation>最近接收</translation>
    </message>
    <message>
        <source>Long polls</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>Visibility timeout</source>
        <translation>消息隐藏时长</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>Long poll</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>%1 · holds %2 · %3 /s</source>
        <extracomment>What a receiver does: messages it holds, messages it receives per second.</extracomment>
        <translation>%1 · 持有 %2 · %3 /秒</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>None was seen in the last hour.</source>
        <translation>最近一小时无接收方。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>What becomes of messages that are received too often: nothing.</extracomment>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>to %1 after %Ln receive(s)</source>
        <extracomment>After so many receives a message goes to the queue %1.</extracomment>
        <translation>
            <numerusform>接收 %Ln 次后转入 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueListModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Oldest</source>
        <extracomment>Age of the oldest message that is ready.</extracomment>
        <translation>最早</translation>
    </message>
    <message>
        <source>In /s</source>
        <extracomment>Messages sent per second.</extracomment>
        <translation>进 /秒</translation>
    </message>
    <message>
        <source>Out /s</source>
        <extracomment>Messages received per second.</extracomment>
        <translation>出 /秒</translation>
    </message>
    <message>
        <source>Backlog, 1 h</source>
        <extracomment>The course of the backlog over the last hour.</extracomment>
        <translation>堆积，1 小时</translation>
    </message>
    <message>
        <source>%1, %2, %3 ready, %4 in flight, %5 delayed</source>
        <extracomment>A queue for screen readers: name, state, then counts.</extracomment>
        <translation>%1，%2，%3 条可接收，%4 条处理中，%5 条延迟</translation>
    </message>
    <message>
        <source>Visibility</source>
        <extracomment>How long a received message is hidden from others; the title of a narrow column.</extracomment>
        <translation>隐藏时长</translation>
    </message>
    <message>
        <source>Retention</source>
        <extracomment>How long messages are kept.</extracomment>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>When a queue was created.</extracomment>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Dead letters to</source>
        <extracomment>The queue that a queue&apos;s dead letters go to.</extracomment>
        <translation>死信转入</translation>
    </message>
    <message>
        <source>DLQ</source>
        <extracomment>A dead-letter queue, in a small chip after its name.</extracomment>
        <translation>死信</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueMessagesTab</name>
    <message numerus="yes">
        <source>Received %Ln message(s). They are yours until their lease ends.</source>
        <translation>
            <numerusform>已接收 %Ln 条消息，在隐藏时长内由此窗口持有。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>没有删除任何消息。</translation>
    </message>
    <message>
        <source>Deleted message %1.</source>
        <translation>已删除消息 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln message(s).</source>
        <translation>
            <numerusform>已删除 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy message ID</source>
        <translation>复制消息 ID</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Resend…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投递…</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueuePanel</name>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Delete queue…</source>
        <translation>删除队列…</translation>
    </message>
    <message>
        <source>This queue is empty.</source>
        <translation>此队列为空。</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Send message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>This queue no longer exists</source>
        <translation>此队列已不存在</translation>
    </message>
    <message>
        <source>It was deleted. While its notice is there, the deletion can be undone.</source>
        <translation>它已被删除。提示还在时可以撤销。</translation>
    </message>
    <message>
        <source>Back to queues</source>
        <translation>返回队列列表</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>接收…</translation>
    </message>
    <message>
        <source>Parts of the queue</source>
        <translation>队列的各部分</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投递…</translation>
    </message>
    <message>
        <source>Purge the queue</source>
        <translation>清空队列</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueReceiversTab</name>
    <message>
        <source>Receivers are told apart by address and agent, and forgotten after an hour.</source>
        <translation>按地址和客户端标识区分接收方，一小时未出现后不再列出。</translation>
    </message>
    <message>
        <source>More than 10,000 messages are in flight; what each receiver holds is counted over so many.</source>
        <translation>处理中的消息超过 10,000 条；各接收方的持有数只统计到此数量。</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>No receiver was seen</source>
        <translation>没有出现过接收方</translation>
    </message>
    <message>
        <source>A receiver appears here as soon as it asks this queue for messages.
Reading them in this window does not count.</source>
        <translation>接收方一旦向此队列请求消息，就会显示在这里。
在此窗口中查看不计入。</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueueStatisticsTab</name>
    <message>
        <source>s</source>
        <extracomment>Unit of a chart: seconds, milliseconds.</extracomment>
        <translation>秒</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Time in queue</source>
        <translation>排队时间</translation>
    </message>
    <message>
        <source>Until received</source>
        <translation>至接收</translation>
    </message>
    <message>
        <source>Until deleted</source>
        <translation>至删除</translation>
    </message>
    <message>
        <source>1 point = 1 s</source>
        <translation>1 点 = 1 秒</translation>
    </message>
    <message>
        <source>1 point = 1 min</source>
        <translation>1 点 = 1 分</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>条/秒</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>nothing received</source>
        <extracomment>Why the chart of times in queue has a gap.</extracomment>
        <translation>无接收</translation>
    </message>
    <message>
        <source>nothing deleted</source>
        <translation>无删除</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>堆积</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可接收</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Receives per message</source>
        <translation>每条消息接收次数</translation>
    </message>
    <message>
        <source>mean of deleted</source>
        <extracomment>What the chart of receives per message averages over.</extracomment>
        <translation>已删除消息的平均值</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>1 point = 1 min, dotted: 15 min before</source>
        <translation>1 点 = 1 分，点线：前 15 分</translation>
    </message>
    <message>
        <source>Compare with the time before</source>
        <translation>与之前对比</translation>
    </message>
    <message>
        <source>The broker keeps one hour: 15 min can be compared with the 15 min before.</source>
        <translation>服务保留一小时的数据：15 分可与其前 15 分对比。</translation>
    </message>
</context>
<context>
    <name>Signalbox::QueuesPanel</name>
    <message>
        <source>No queue has a backlog</source>
        <translation>没有队列堆积</translation>
    </message>
    <message>
        <source>No queue matches “%1”</source>
        <translation>没有与“%1”匹配的队列</translation>
    </message>
    <message>
        <source>Created queue %1.</source>
        <translation>已创建队列 %1。</translation>
    </message>
    <message>
        <source>Send message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Create queue…</source>
        <translation>创建队列…</translation>
    </message>
    <message>
        <source>Which queues</source>
        <translation>队列范围</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With backlog</source>
        <translation>有堆积</translation>
    </message>
    <message>
        <source>No queues yet</source>
        <translation>还没有队列</translation>
    </message>
    <message>
        <source>A queue keeps each message until a receiver deletes it.
Create one here, or let your code do it.</source>
        <translation>队列会保留每条消息，直到接收方删除它。
可以在这里创建，也可以由代码创建。</translation>
    </message>
    <message>
        <source>The filter looks at any part of the name.</source>
        <translation>筛选会匹配名称的任意部分。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live, every 2 s</source>
        <translation>实时，每 2 秒</translation>
    </message>
    <message>
        <source>Resume live updates (F9)</source>
        <translation>恢复实时更新（F9）</translation>
    </message>
    <message>
        <source>Pause live updates (F9)</source>
        <translation>暂停实时更新（F9）</translation>
    </message>
    <message>
        <source>Every queue with messages has a receiver</source>
        <translation>有消息的队列都有接收方</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>接收…</translation>
    </message>
    <message>
        <source>No receiver</source>
        <translation>无接收方</translation>
    </message>
    <message>
        <source>No queue is named as a dead-letter queue</source>
        <translation>没有队列被指定为死信队列</translation>
    </message>
    <message>
        <source>No queue keeps an order</source>
        <translation>没有 FIFO 队列</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重新投递…</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
    <message>
        <source>Purge the selected queue</source>
        <translation>清空所选队列</translation>
    </message>
</context>
<context>
    <name>Signalbox::ReceiveDialog</name>
    <message numerus="yes">
        <source>Receive %Ln message(s)</source>
        <translation>
            <numerusform>接收 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>No message is ready. Nothing was received.</source>
        <translation>没有可接收的消息，未收到任何消息。</translation>
    </message>
    <message>
        <source>Receive messages</source>
        <translation>接收消息</translation>
    </message>
    <message>
        <source>This counts as a receive: others do not get them for %1.</source>
        <translation>此操作计入接收次数：%1内其他接收方收不到这些消息。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln at once.</source>
        <translation>
            <numerusform>一次最多 %Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for one</source>
        <translation>等待时间</translation>
    </message>
</context>
<context>
    <name>Signalbox::ReceiverListModel</name>
    <message>
        <source>%1, %2, holds %3</source>
        <extracomment>A receiver for screen readers: address, agent, messages held.</extracomment>
        <translation>%1，%2，持有 %3</translation>
    </message>
    <message>
        <source>does not name itself</source>
        <translation>未提供标识</translation>
    </message>
    <message>
        <source>Receiver</source>
        <extracomment>Who receives messages, by its address and what it calls itself.</extracomment>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Holds</source>
        <extracomment>How many messages in flight a receiver has.</extracomment>
        <translation>持有</translation>
    </message>
    <message>
        <source>Long polls</source>
        <extracomment>How many long polls of a receiver wait.</extracomment>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>Receives /s</source>
        <translation>接收 /秒</translation>
    </message>
    <message>
        <source>Deletes /s</source>
        <translation>删除 /秒</translation>
    </message>
    <message>
        <source>Extends</source>
        <extracomment>How often a receiver changed the time a message stays hidden.</extracomment>
        <translation>延长次数</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message numerus="yes">
        <source>Leases that ran out: %Ln message(s) neither deleted nor extended in time.</source>
        <translation>
            <numerusform>到期的占用：%Ln 条消息未及时删除或延长。</numerusform>
        </translation>
    </message>
    <message>
        <source>Expired</source>
        <extracomment>How many messages a receiver neither deleted nor extended in time.</extracomment>
        <translation>已到期</translation>
    </message>
</context>
<context>
    <name>Signalbox::RedriveDialog</name>
    <message>
        <source>To the queue or subscription it came from.</source>
        <translation>回到原来的队列或订阅。</translation>
    </message>
    <message>
        <source>Choose a queue.</source>
        <translation>需要选择队列。</translation>
    </message>
    <message>
        <source>No other queue has this name.</source>
        <translation>没有其他队列叫这个名称。</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %Ln dead letter(s)</source>
        <translation>
            <numerusform>重新投递 %Ln 条死信</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of %1, as messages that were never received. Those in flight stay.</source>
        <translation>从 %1 移出，如同从未被接收。处理中的留在原处。</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Where each was</source>
        <translation>各自原处</translation>
    </message>
    <message>
        <source>One queue</source>
        <translation>一个队列</translation>
    </message>
    <message>
        <source>To queue</source>
        <translation>目标队列</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %Ln message(s)</source>
        <translation>
            <numerusform>重新投递 %Ln 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RedriveJob</name>
    <message>
        <source>Redriving %1</source>
        <extracomment>%1 is a dead-letter queue whose messages move back to where they were.</extracomment>
        <translation>正在重新投递 %1</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln dead letter(s) back.</source>
        <translation>
            <numerusform>已将 %Ln 条死信移回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln dead letter(s) to %1.</source>
        <translation>
            <numerusform>已将 %Ln 条死信移到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in flight stayed.</source>
        <translation>
            <numerusform>%Ln 条处理中的消息留在原处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a known origin stayed.</source>
        <translation>
            <numerusform>%Ln 条来源不明，留在原处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::RequestInspector</name>
    <message>
        <source>Why was it refused?</source>
        <translation>为什么被拒绝？</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Asked for</source>
        <extracomment>The request line: method and path.</extracomment>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>%1 is an HTTP status, %2 an error code.</extracomment>
        <translation>应答</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Signed by the broker, from what arrived:</source>
        <translation>服务根据收到的内容签名：</translation>
    </message>
    <message>
        <source>Signed by the broker, from what arrived</source>
        <translation>服务根据收到的内容签名</translation>
    </message>
    <message>
        <source>Empty lines stand for headers that did not arrive. A proxy that adds or changes a header breaks the signature too.</source>
        <translation>空行表示未收到的请求头。代理添加或更改请求头也会使签名失效。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Variants tried</source>
        <translation>已试方案</translation>
    </message>
    <message numerus="yes">
        <source>%n, none fits</source>
        <translation>
            <numerusform>%n 种，均不相符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n, the last one fits</source>
        <translation>
            <numerusform>%n 种，最后一种相符</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by the client, found by trying:</source>
        <translation>客户端的签名内容（试出）：</translation>
    </message>
    <message>
        <source>Signed by the client, found by trying</source>
        <translation>客户端的签名内容（试出）</translation>
    </message>
</context>
<context>
    <name>Signalbox::RequestListModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>How long the answer took.</extracomment>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A request for people: what it is about, and the address it came from.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <extracomment>A request for screen readers: time, operation, what it is about, answer, duration.</extracomment>
        <translation>%1，%2，%3，%4，%5</translation>
    </message>
</context>
<context>
    <name>Signalbox::RequestsPage</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>No request matches “%1”</source>
        <translation>没有匹配“%1”的请求</translation>
    </message>
    <message>
        <source>No request was refused</source>
        <translation>没有被拒绝的请求</translation>
    </message>
    <message>
        <source>No request was slow</source>
        <translation>没有慢请求</translation>
    </message>
    <message>
        <source>Copy request ID</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>哪些请求</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Slow: 100 ms or longer. Receives are left out, since they may wait for messages.</source>
        <translation>慢：100 毫秒或更久。接收请求可能在等待消息，不计入。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>The search looks at request ID, operation, path, key, address and code.</source>
        <translation>搜索请求 ID、操作、路径、密钥、地址和错误码。</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>显示全部请求</translation>
    </message>
    <message>
        <source>Requests of apps show here, with the reason where one is refused.
Point your app at this endpoint:</source>
        <translation>应用的请求显示在这里，被拒绝时附有原因。
将应用指向此接入地址：</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接入地址</translation>
    </message>
</context>
<context>
    <name>Signalbox::RestoreJob</name>
    <message>
        <source>Restoring %1</source>
        <translation>正在恢复 %1</translation>
    </message>
    <message>
        <source>The connection was removed.</source>
        <translation>连接已被移除。</translation>
    </message>
    <message>
        <source>%1 could not be brought back. %2</source>
        <extracomment>%1 is a queue, topic or subscription, %2 a sentence with the reason.</extracomment>
        <translation>无法恢复 %1。%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What was done, then why it did not go on; both are sentences.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed in the trash.</source>
        <translation>
            <numerusform>%Ln 条仍在回收站。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::SaveRow</name>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln change(s)</source>
        <translation>
            <numerusform>保存 %Ln 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Nothing differs from what is saved.</source>
        <translation>与已保存的内容没有差别。</translation>
    </message>
</context>
<context>
    <name>Signalbox::SearchJob</name>
    <message>
        <source>Searching %1</source>
        <translation>正在搜索 %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::SearchProgress</name>
    <message>
        <source>Progress of the search</source>
        <translation>搜索进度</translation>
    </message>
    <message>
        <source>Looked at %1 of %2, %3 found</source>
        <extracomment>How far a search got: messages looked at, all messages, messages found.</extracomment>
        <translation>已查看 %1 / %2，找到 %3 条</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Signalbox::SendMessageDialog</name>
    <message>
        <source>Sent. Message %1</source>
        <translation>已发送。消息 %1</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>To queue</source>
        <translation>目标队列</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln message(s)</source>
        <translation>
            <numerusform>发送 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Each property needs a name of its own.</source>
        <translation>每个属性需要各自的名称。</translation>
    </message>
    <message>
        <source>1 is first, 16 last.</source>
        <translation>1 最先，16 最后。</translation>
    </message>
    <message>
        <source>Overrides the queue&apos;s.</source>
        <translation>取代队列的默认值。</translation>
    </message>
    <message>
        <source>Copied code for %1.</source>
        <extracomment>%1 is a programming language.</extracomment>
        <translation>已复制 %1 代码。</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>复制为代码</translation>
    </message>
</context>
<context>
    <name>Signalbox::SendToUrlDialog</name>
    <message>
        <source>A URL with http or https and a host.</source>
        <translation>以 http 或 https 开头并包含主机名的 URL。</translation>
    </message>
    <message>
        <source>Send to another URL</source>
        <translation>推送到其他 URL</translation>
    </message>
    <message>
        <source>The same message, signed for this URL. The subscription stays as it is.</source>
        <translation>同一条消息，为此 URL 重新签名。订阅保持不变。</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>Signalbox::SendingLine</name>
    <message>
        <source>Sent %1 of %2.</source>
        <translation>已发送 %1 / %2。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingRow</name>
    <message>
        <source>Restart</source>
        <extracomment>A setting that takes effect when the broker starts anew.</extracomment>
        <translation>需重启</translation>
    </message>
</context>
<context>
    <name>Signalbox::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>No setting matches “%1”</source>
        <translation>没有匹配“%1”的设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>The search looks at names, explanations and keys of the settings.</source>
        <translation>搜索设置的名称、说明和键。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Signalbox::Sidebar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Command palette (%1)</source>
        <extracomment>%1 is a key such as &quot;Ctrl+K&quot;.</extracomment>
        <translation>命令面板（%1）</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
</context>
<context>
    <name>Signalbox::StartFailedPanel</name>
    <message>
        <source>Port %1 is in use</source>
        <translation>端口 %1 已被占用</translation>
    </message>
    <message>
        <source>Another program listens there, perhaps another Signalbox.
Take another port for this broker, or stop the other program and try again.</source>
        <translation>另一个程序正在监听，可能是另一个 Signalbox。
可以换一个端口，或停止那个程序后重试。</translation>
    </message>
    <message>
        <source>The broker could not start</source>
        <translation>服务无法启动</translation>
    </message>
    <message>
        <source>The broker is starting</source>
        <translation>服务正在启动</translation>
    </message>
    <message>
        <source>It opens its data directory and begins to listen.</source>
        <translation>正在打开数据目录并开始监听。</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Its key is being read from the keychain, which may ask you to unlock it.</source>
        <translation>正在从密钥环读取它的密钥，可能需要先解锁。</translation>
    </message>
    <message>
        <source>Another Signalbox uses this data directory</source>
        <translation>另一个 Signalbox 正在使用此数据目录</translation>
    </message>
    <message>
        <source>It answers at %1, with the same queues and messages.
Connect to that one, or stop it and try again.</source>
        <translation>它在 %1 应答，队列和消息相同。
连接到它，或停止它后重试。</translation>
    </message>
    <message>
        <source>%1 is disconnected</source>
        <translation>%1 已断开</translation>
    </message>
    <message>
        <source>Nothing is asked of it until you connect again.</source>
        <translation>重新连接之前不会向它发送任何请求。</translation>
    </message>
</context>
<context>
    <name>Signalbox::StatusLine</name>
    <message>
        <source>Copy endpoint</source>
        <translation>复制接入点</translation>
    </message>
    <message>
        <source>Broker stopped</source>
        <translation>服务已停止</translation>
    </message>
    <message>
        <source>Broker starting</source>
        <translation>服务正在启动</translation>
    </message>
    <message>
        <source>Broker running</source>
        <translation>服务运行中</translation>
    </message>
    <message>
        <source>durability normal</source>
        <translation>持久性 normal</translation>
    </message>
    <message>
        <source>durability full</source>
        <translation>持久性 full</translation>
    </message>
    <message>
        <source>Clock: frozen, %1</source>
        <translation>时钟：已冻结，%1</translation>
    </message>
    <message>
        <source>Clock: shifted, %1</source>
        <translation>时钟：已偏移，%1</translation>
    </message>
    <message>
        <source>Clock: real, %1</source>
        <translation>时钟：真实，%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Round trip %1</source>
        <extracomment>How long a question to a broker elsewhere takes; %1 is a duration.</extracomment>
        <translation>往返 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what is done, such as &quot;Sending to orders&quot;, %2 how far it is.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (+%2)</source>
        <extracomment>%1 is a job and its progress; %2 further ones run.</extracomment>
        <translation>%1（+%2）</translation>
    </message>
    <message>
        <source>Shows all jobs and stops them.</source>
        <translation>显示所有任务并可停止。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Commit p99 %1 · %2</source>
        <extracomment>%1 is a duration such as &quot;3.1 ms&quot;, or &quot;–&quot; while nothing is written; %2 the durability.</extracomment>
        <translation>提交 p99 %1 · %2</translation>
    </message>
</context>
<context>
    <name>Signalbox::SteppingJob</name>
    <message>
        <source>The connection was removed.</source>
        <translation>连接已移除。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What was done, then why it did not go on; both are sentences.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Stopped. %1</source>
        <extracomment>%1 is what was done, as a sentence.</extracomment>
        <translation>已停止。%1</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscribeDialog</name>
    <message>
        <source>The body alone, as it was published.</source>
        <translation>仅发布时的正文。</translation>
    </message>
    <message>
        <source>The body with topic, time and message ID.</source>
        <translation>正文以及主题、时间和消息 ID。</translation>
    </message>
    <message>
        <source>3 retries, 10 to 20 s apart.</source>
        <translation>重试 3 次，间隔 10 至 20 秒。</translation>
    </message>
    <message>
        <source>176 retries over a day, ever slower.</source>
        <translation>一天内重试 176 次，间隔渐长。</translation>
    </message>
    <message>
        <source>The endpoint answered %1 after %2 ms. %3</source>
        <extracomment>%1 is an HTTP status, %2 a duration in milliseconds, %3 the beginning of the answer.</extracomment>
        <translation>接收端在 %2 毫秒后响应 %1。%3</translation>
    </message>
    <message>
        <source>This subscription is there already.</source>
        <translation>此订阅已存在。</translation>
    </message>
    <message>
        <source>Subscribed %1.</source>
        <translation>已订阅 %1。</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>已更改 %1。</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>%1. Endpoint and content stay as they were made.</source>
        <translation>%1。接收端地址和内容格式保持不变。</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>订阅 %1</translation>
    </message>
    <message>
        <source>The subscription gets its own copy of every message from now on.</source>
        <translation>从现在起，此订阅会收到每条消息的一份副本。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A subscription needs a name.</source>
        <translation>订阅需要名称。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容格式</translation>
    </message>
    <message>
        <source>Only messages with it; empty takes all.</source>
        <translation>只接收带此标签的消息；留空则全部接收。</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dead letters to queue</source>
        <translation>死信队列</translation>
    </message>
    <message>
        <source>Empty: dropped after the last try.</source>
        <translation>留空：最后一次失败后丢弃。</translation>
    </message>
    <message>
        <source>At most per second</source>
        <translation>每秒上限</translation>
    </message>
    <message>
        <source>0: as fast as the endpoint takes them.</source>
        <translation>0：以接收端能接受的速度。</translation>
    </message>
    <message>
        <source>Test push</source>
        <translation>测试推送</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionCard</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 条等待</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionInspector</name>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The message that failed last is tried again %1.</source>
        <translation>最近失败的消息将在 %1重试。</translation>
    </message>
    <message>
        <source>The message that failed last was given up, or is tried right now.</source>
        <translation>最近失败的消息已放弃，或正在重试。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Arrived, 1 h</source>
        <translation>送达，1 小时</translation>
    </message>
    <message>
        <source>Failed, 1 h</source>
        <translation>失败，1 小时</translation>
    </message>
    <message>
        <source>Success, 1 h</source>
        <translation>成功率，1 小时</translation>
    </message>
    <message>
        <source>Last took</source>
        <translation>最近耗时</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接收端地址</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容格式</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>3, after 10 to 20 s each</source>
        <translation>3 次，间隔 10 至 20 秒</translation>
    </message>
    <message>
        <source>176 over a day, ever slower</source>
        <translation>一天内 176 次，间隔渐长</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>as fast as it takes them</source>
        <translation>以接收端能接受的速度</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /秒</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>取消订阅…</translation>
    </message>
    <message>
        <source>Retry all now</source>
        <translation>立即全部重试</translation>
    </message>
</context>
<context>
    <name>Signalbox::SubscriptionListModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A subscription for screen readers: name, kind of endpoint, state.</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>Messages that were not delivered yet.</extracomment>
        <translation>等待</translation>
    </message>
    <message>
        <source>Success, 1 h</source>
        <extracomment>Share of the pushes of the last hour that arrived.</extracomment>
        <translation>成功率，1 小时</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>How long the last attempt took.</extracomment>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次重试</translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>Of a subscription that gets every message, whatever its tag.</extracomment>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>Signalbox::TagField</name>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Signalbox::TemplateButton</name>
    <message>
        <source>No template yet</source>
        <translation>还没有模板</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>另存为模板…</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>删除模板</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>Signalbox::TemplateNameDialog</name>
    <message>
        <source>A template needs a name.</source>
        <translation>需要模板名称。</translation>
    </message>
    <message>
        <source>Replaces the template of this name.</source>
        <translation>将替换同名模板。</translation>
    </message>
    <message>
        <source>Kept on this computer, for every connection.</source>
        <translation>保存在本机，所有连接可用。</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>另存为模板</translation>
    </message>
    <message>
        <source>Body, delay, priority and properties are kept.</source>
        <translation>保存正文、延迟、优先级和属性。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicAttemptsTab</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Sent again to %1: %2.</source>
        <extracomment>%1 is an endpoint, %2 the result such as &quot;204 accepted&quot;.</extracomment>
        <translation>已再次推送到 %1：%2。</translation>
    </message>
    <message>
        <source>Which attempts</source>
        <translation>哪些推送记录</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>All subscriptions</source>
        <translation>所有订阅</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>No attempts yet</source>
        <translation>还没有推送记录</translation>
    </message>
    <message>
        <source>An attempt appears here for each subscription when a message is published.
A queue that takes its copy at once needs none.</source>
        <translation>发布消息后，每个订阅的推送都会出现在这里。
能立即存入消息的队列不需要推送。</translation>
    </message>
    <message>
        <source>No attempt matches</source>
        <translation>没有匹配的推送记录</translation>
    </message>
    <message>
        <source>Show all attempts</source>
        <translation>显示全部推送记录</translation>
    </message>
    <message>
        <source>The last 10,000 attempts of seven days are kept.</source>
        <translation>保留七天内最近的 10,000 次尝试。</translation>
    </message>
    <message>
        <source>Of deliveries that succeed, at most 100 of a subscription are kept in a second, and of copies in queues 500 in all. Every failure is kept.</source>
        <translation>成功的投递每个订阅每秒最多保留 100 条，写入队列的副本合计每秒最多 500 条；失败的全部保留。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more delivery(s) in the last hour, only counted</source>
        <translation>
            <numerusform>最近一小时另有 %Ln 次投递，仅计数</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicAttributesTab</name>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>Published, 1 h</source>
        <translation>发布，1 小时</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>1 d, fixed by MNS</source>
        <translation>1 天，由 MNS 固定</translation>
    </message>
    <message>
        <source>Saved the change to %1.</source>
        <translation>已保存对 %1 的更改。</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>About this topic</source>
        <translation>关于此主题</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicInspector</name>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 /s, %2 in 1 h</source>
        <extracomment>Messages per second now, and in the last hour.</extracomment>
        <translation>%1 /秒，1 小时内 %2 条</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>最大消息</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留时间</translation>
    </message>
    <message>
        <source>1 d, fixed by MNS</source>
        <translation>1 天，由 MNS 固定</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>消息去向</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Nobody subscribed. What is published now reaches nobody and is gone.</source>
        <translation>尚无订阅。现在发布的消息不会送达任何人，并将丢失。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicListModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subs</source>
        <extracomment>Number of subscriptions; the title of a narrow column.</extracomment>
        <translation>订阅</translation>
    </message>
    <message>
        <source>In /s</source>
        <extracomment>Messages published per second.</extracomment>
        <translation>流入 /秒</translation>
    </message>
    <message>
        <source>Success, 1 h</source>
        <extracomment>Share of the pushes of the last hour that arrived.</extracomment>
        <translation>成功率，1 小时</translation>
    </message>
    <message>
        <source>Published</source>
        <extracomment>The course of what was published over the last hour.</extracomment>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A topic for screen readers: name, state, kinds of subscribers.</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicPanel</name>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Delete topic…</source>
        <translation>删除主题…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscription(s) failing</source>
        <translation>
            <numerusform>%Ln 个订阅失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Parts of the topic</source>
        <translation>主题的各部分</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>推送记录</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>This topic no longer exists</source>
        <translation>此主题已不存在</translation>
    </message>
    <message>
        <source>It was deleted. While its notice is there, the deletion can be undone.</source>
        <translation>它已被删除。通知还在时可以撤销删除。</translation>
    </message>
    <message>
        <source>Back to topics</source>
        <translation>返回主题列表</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicStatisticsTab</name>
    <message>
        <source>95 %, s</source>
        <extracomment>Unit of a chart: 95 of a hundred pushes took at most so many seconds, milliseconds.</extracomment>
        <translation>95 %，秒</translation>
    </message>
    <message>
        <source>95 %, ms</source>
        <translation>95 %，毫秒</translation>
    </message>
    <message>
        <source>1 point = 1 s</source>
        <translation>1 点 = 1 秒</translation>
    </message>
    <message>
        <source>1 point = 1 min</source>
        <translation>1 点 = 1 分</translation>
    </message>
    <message>
        <source>%1 · the %2 busiest of %3 subscriptions</source>
        <extracomment>%1 is how often there is a point.</extracomment>
        <translation>%1 · %3 个订阅中最忙的 %2 个</translation>
    </message>
    <message>
        <source>Published and pushed</source>
        <translation>发布与推送</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>条/秒</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>已推送</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Pushed by subscription</source>
        <translation>各订阅的推送</translation>
    </message>
    <message>
        <source>Time of a push</source>
        <translation>推送耗时</translation>
    </message>
    <message>
        <source>nothing pushed</source>
        <extracomment>Why the chart of the times of pushes has a gap.</extracomment>
        <translation>没有推送</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>条</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicSubscriptionsTab</name>
    <message>
        <source>Show attempts</source>
        <translation>显示推送记录</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Copy endpoint</source>
        <translation>复制接收端地址</translation>
    </message>
    <message>
        <source>Unsubscribe…</source>
        <translation>取消订阅…</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Nobody subscribed yet</source>
        <translation>还没有订阅</translation>
    </message>
    <message>
        <source>Each subscription gets its own copy of every message, over HTTP, into a
queue, by mail or by SMS, and its own retries.</source>
        <translation>每个订阅都会通过 HTTP、队列、邮件或短信
收到每条消息的一份副本，并各自重试。</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Retry all now</source>
        <translation>立即全部重试</translation>
    </message>
</context>
<context>
    <name>Signalbox::TopicsPanel</name>
    <message>
        <source>No topic matches “%1”</source>
        <translation>没有匹配“%1”的主题</translation>
    </message>
    <message>
        <source>Created topic %1.</source>
        <translation>已创建主题 %1。</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Create topic…</source>
        <translation>创建主题…</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Search topic, endpoint or tag</source>
        <translation>搜索主题、接收端或标签</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>还没有主题</translation>
    </message>
    <message>
        <source>A topic hands each message to all its subscribers: HTTP endpoints,
queues, mail and SMS. Create one here, or let your code do it.</source>
        <translation>主题把每条消息送给所有订阅：HTTP 接收端、
队列、邮件和短信。可在此创建，也可由代码创建。</translation>
    </message>
    <message>
        <source>The search looks at names, endpoints and tags.</source>
        <translation>搜索范围为名称、接收端地址和标签。</translation>
    </message>
</context>
<context>
    <name>Signalbox::TrashListModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Deleted</source>
        <extracomment>When something was deleted.</extracomment>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Queue with its messages</source>
        <translation>队列及其消息</translation>
    </message>
    <message>
        <source>Purged messages</source>
        <translation>清空的消息</translation>
    </message>
    <message>
        <source>Deleted messages</source>
        <translation>删除的消息</translation>
    </message>
    <message>
        <source>Being restored</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Topic with its subscriptions</source>
        <translation>主题及其订阅</translation>
    </message>
    <message>
        <source>Subscription with what waited</source>
        <translation>订阅及等待中的消息</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is a subscription, %2 its topic.</extracomment>
        <translation>%2 / %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln message(s), %3</source>
        <extracomment>Something deleted for screen readers: queue, what it was, messages, time left.</extracomment>
        <translation>
            <numerusform>%1，%2，%Ln 条消息，%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TrashPage</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>未选择任何项。</translation>
    </message>
    <message>
        <source>It is being restored.</source>
        <translation>正在恢复。</translation>
    </message>
    <message>
        <source>Give up what was deleted from %1?</source>
        <translation>彻底删除来自 %1 的内容？</translation>
    </message>
    <message numerus="yes">
        <source>Give up %Ln message(s)</source>
        <translation>
            <numerusform>彻底删除 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>清空回收站？</translation>
    </message>
    <message>
        <source>What is in the trash leaves the disk at once.</source>
        <translation>回收站中的内容立即从磁盘上删除。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Cannot be undone.</source>
        <translation>无法撤销。</translation>
    </message>
    <message>
        <source>The trash was not emptied.</source>
        <translation>未能清空回收站。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Empty now…</source>
        <translation>立即清空…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站为空</translation>
    </message>
    <message>
        <source>What is deleted or purged can be brought back from here for a while.</source>
        <translation>删除或清空的内容可在一段时间内从这里恢复。</translation>
    </message>
    <message>
        <source>It is still being restored.</source>
        <translation>仍在恢复中。</translation>
    </message>
    <message>
        <source>Stop restoring</source>
        <translation>停止恢复</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1. Each entry goes for good when its time is over.</source>
        <extracomment>So many messages of a size of %1 are in the trash.</extracomment>
        <translation>
            <numerusform>%Ln 条消息，%1。时间到后各项将彻底删除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::TypeField</name>
    <message>
        <source>Messages of one group come in order. Each needs a group.</source>
        <translation>同组消息按顺序接收。每条都需要分组。</translation>
    </message>
    <message>
        <source>Messages come about in the order they were sent.</source>
        <translation>消息大致按发送顺序。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>FIFO</translation>
    </message>
</context>
<context>
    <name>Signalbox::UndoRedriveJob</name>
    <message>
        <source>Taking back to %1</source>
        <translation>正在收回到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead letter(s) are back in %1.</source>
        <translation>
            <numerusform>%Ln 条死信已回到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been received meanwhile and stayed.</source>
        <translation>
            <numerusform>%Ln 条期间已被接收，留在原处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signalbox::WelcomePanel</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Waiting for the first request of your app</source>
        <translation>正在等待应用的第一个请求</translation>
    </message>
    <message>
        <source>Your app&apos;s request was refused: %1 (%2)</source>
        <extracomment>%1 is an error code of the service, %2 an HTTP status.</extracomment>
        <translation>应用的请求被拒绝：%1（%2）</translation>
    </message>
    <message>
        <source>Your app is connected: %1 was answered with %2</source>
        <extracomment>%1 is an operation of the service such as &quot;SendMessage&quot;, %2 an HTTP status.</extracomment>
        <translation>应用已接入：%1 的应答为 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>The message was not sent.</source>
        <translation>消息未能发送。</translation>
    </message>
    <message>
        <source>Sent. Message %1 waits in the queue %2.</source>
        <translation>已发送。消息 %1 正在队列 %2 中等待。</translation>
    </message>
    <message>
        <source>Copied four environment variables.</source>
        <translation>已复制四个环境变量。</translation>
    </message>
    <message>
        <source>Your broker is running</source>
        <translation>服务已运行</translation>
    </message>
    <message>
        <source>It answers the MNS API. Every MNS SDK works with it once its endpoint is changed.</source>
        <translation>它提供 MNS API。任何 MNS SDK 只需更改接入点即可使用。</translation>
    </message>
    <message>
        <source>Skip to overview</source>
        <translation>跳到总览</translation>
    </message>
    <message>
        <source>Point your app here</source>
        <translation>让应用连接这里</translation>
    </message>
    <message>
        <source>Copy all as environment</source>
        <translation>全部复制为环境变量</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接入点</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey secret</source>
        <translation>AccessKey secret</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Use your SDK</source>
        <translation>使用 SDK</translation>
    </message>
    <message>
        <source>Language of the example</source>
        <translation>示例的语言</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Send a first message</source>
        <translation>发送第一条消息</translation>
    </message>
    <message>
        <source>Makes the queue %1 and sends one message. Delete it whenever you like.</source>
        <translation>创建队列 %1 并发送一条消息，可以随时删除。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Hello from Signalbox</source>
        <translation>来自 Signalbox 的问候</translation>
    </message>
    <message>
        <source>Send first message</source>
        <translation>发送第一条消息</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>前往总览</translation>
    </message>
    <message>
        <source>It shows here at once. If its signature is refused, you see where the signed lines differ.</source>
        <translation>请求一到就显示在这里；签名若被拒绝，会指出哪些行不同。</translation>
    </message>
    <message>
        <source>Open activity</source>
        <translation>打开活动</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a cause without a full stop, %2 sentences about it.</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Or start from what you have</source>
        <translation>或从已有的开始</translation>
    </message>
    <message>
        <source>Connect to another Signalbox…</source>
        <translation>连接另一个 Signalbox…</translation>
    </message>
    <message>
        <source>A test rig or a server</source>
        <translation>测试环境或服务器</translation>
    </message>
    <message>
        <source>Create a queue…</source>
        <translation>创建队列…</translation>
    </message>
    <message>
        <source>With its own timeouts and limits</source>
        <translation>设置自己的时长和限制</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Any action, queue or connection</source>
        <translation>任何操作、队列或连接</translation>
    </message>
</context>
<context>
    <name>Snippets</name>
    <message>
        <source>The SDK encodes bodies as Base64; here they show decoded.</source>
        <translation>此 SDK 以 Base64 编码正文，这里显示解码后的内容。</translation>
    </message>
    <message>
        <source>Older versions than 2.0.1 want a host name of five parts.</source>
        <translation>2.0.1 之前的版本要求主机名有五段。</translation>
    </message>
    <message>
        <source>The SDK does not escape &lt; and &amp; in bodies: encode those yourself.</source>
        <translation>此 SDK 不转义正文中的 &lt; 和 &amp;，需要自行编码。</translation>
    </message>
    <message>
        <source>Bodies travel as they are.</source>
        <translation>正文按原样传输。</translation>
    </message>
</context>
<context>
    <name>StripeTexts</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>No colour stripe.</extracomment>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>SubscriptionState</name>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败中</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>Nothing was tried for an hour.</extracomment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Caught</source>
        <extracomment>Kept in the outbox instead of leaving.</extracomment>
        <translation>已收入</translation>
    </message>
    <message>
        <source>Stored</source>
        <extracomment>A queue has the messages.</extracomment>
        <translation>已存入</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>A server took the pushes.</extracomment>
        <translation>已接受</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <extracomment>%Ln subscriptions are failing.</extracomment>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>No subscribers</source>
        <translation>无订阅</translation>
    </message>
    <message>
        <source>Delivering</source>
        <translation>投递正常</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>event bus</source>
        <translation>事件总线</translation>
    </message>
    <message>
        <source>mobile push</source>
        <translation>移动推送</translation>
    </message>
    <message>
        <source>named by each message</source>
        <extracomment>The recipient stands in each message.</extracomment>
        <translation>由每条消息指定</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <extracomment>%1 is a kind of endpoint, of which there are %2.</extracomment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>no subscriptions</source>
        <extracomment>Between the parts of an enumeration.</extracomment>
        <translation>没有订阅</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>TopicActions</name>
    <message>
        <source>%1 was not deleted.</source>
        <translation>%1 未删除。</translation>
    </message>
    <message>
        <source>Deleted topic %1.</source>
        <translation>已删除主题 %1。</translation>
    </message>
    <message>
        <source>%1 was not unsubscribed.</source>
        <translation>未能取消订阅 %1。</translation>
    </message>
    <message>
        <source>Unsubscribed %1.</source>
        <translation>已取消订阅 %1。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Its subscriptions end with it; apps that publish to it get TopicNotExist.</source>
        <translation>其订阅将一并结束；向其发布的应用会收到 TopicNotExist。</translation>
    </message>
    <message>
        <source>Delete topic</source>
        <translation>删除主题</translation>
    </message>
    <message>
        <source>Unsubscribe %1?</source>
        <translation>取消订阅 %1？</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>取消订阅</translation>
    </message>
    <message>
        <source>%1 stays as it was.</source>
        <translation>%1 保持原样。</translation>
    </message>
    <message>
        <source>Paused %1; what is published waits.</source>
        <translation>已暂停 %1；发布的消息将等待。</translation>
    </message>
    <message>
        <source>Resumed %1.</source>
        <translation>已恢复 %1。</translation>
    </message>
    <message>
        <source>%1 was not tried again.</source>
        <translation>%1 未重试。</translation>
    </message>
    <message>
        <source>Nothing waits for its next try at %1.</source>
        <translation>%1 没有等待重试的消息。</translation>
    </message>
    <message numerus="yes">
        <source>Trying %Ln message(s) again at %1.</source>
        <translation>
            <numerusform>正在向 %1 重试 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>It gets nothing more of %1, nor what waits for it.</source>
        <translation>它不再收到 %1 的任何内容，等待中的也不再送达。</translation>
    </message>
</context>
<context>
    <name>UndoTime</name>
    <message>
        <source>Can be undone for a while.</source>
        <translation>一段时间内可以撤销。</translation>
    </message>
    <message>
        <source>Can be undone for %1.</source>
        <translation>%1内可以撤销。</translation>
    </message>
    <message>
        <source>Cannot be undone: this broker keeps no trash.</source>
        <translation>无法撤销：此服务不保留回收站。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Create queue…</source>
        <translation>创建队列…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Pause live updates</source>
        <translation>暂停实时更新</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>添加连接…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Go to Overview</source>
        <translation>转到总览</translation>
    </message>
    <message>
        <source>Go to Queues</source>
        <translation>转到队列</translation>
    </message>
    <message>
        <source>Go to Activity</source>
        <translation>转到活动</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>转到设置</translation>
    </message>
    <message>
        <source>Find in this panel</source>
        <translation>在此面板中查找</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>删除所选</translation>
    </message>
    <message>
        <source>Undo the last delete or purge</source>
        <translation>撤销上次删除或清空</translation>
    </message>
    <message>
        <source>Close, or go back</source>
        <translation>关闭或返回</translation>
    </message>
    <message>
        <source>Go to the newest notice</source>
        <translation>转到最新通知</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Go to Topics</source>
        <translation>转到主题</translation>
    </message>
    <message>
        <source>Go to Outbox</source>
        <translation>转到发件箱</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Copy the ID or name selected, or the endpoint</source>
        <translation>复制所选的 ID 或名称，或接入地址</translation>
    </message>
</context>
</TS>
