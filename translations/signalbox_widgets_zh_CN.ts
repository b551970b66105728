<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Signalbox::CommandPalette</name>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有匹配“%1”的内容</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Go to, find, do</source>
        <translation>转到、查找、执行</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>↑ ↓ move · Enter run · &gt; actions · # queues · @ connections</source>
        <translation>↑ ↓ 移动 · Enter 执行 · &gt; 操作 · # 队列 · @ 连接</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message numerus="yes">
        <source>%n more bytes</source>
        <extracomment>Last line of a hex view that was cut.</extracomment>
        <translation>
            <numerusform>还有 %n 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 k</source>
        <extracomment>A number in thousands, as on the axis of a chart.</extracomment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>A number in millions.</extracomment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 G</source>
        <extracomment>A number in thousands of millions.</extracomment>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage, with the space before the sign where the language wants one.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1 is a duration such as &quot;27 s&quot;.</extracomment>
        <translation>%1后</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a duration such as &quot;1 s&quot;.</extracomment>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>Signalbox::CodeView</name>
    <message>
        <source>Not JSON: line %1, column %2.</source>
        <translation>不是 JSON：第 %1 行，第 %2 列。</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>已解码</translation>
    </message>
    <message>
        <source>The body was sent as Base64.</source>
        <translation>正文以 Base64 发送。</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>A way to look at a message body.</extracomment>
        <translation>文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <extracomment>A way to look at a message body: hexadecimal.</extracomment>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Show the Base64 as it was sent</source>
        <translation>显示发送时的 Base64</translation>
    </message>
    <message>
        <source>Decode the Base64</source>
        <translation>解码 Base64</translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>Match %1 of %2</source>
        <extracomment>Which of how many places in a body that were found is shown.</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>Signalbox::ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>Signalbox::CopyField</name>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>Signalbox::DataTable</name>
    <message>
        <source>Columns</source>
        <extracomment>Which columns a table shows; followed by their titles.</extracomment>
        <translation>列</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>默认列</translation>
    </message>
</context>
<context>
    <name>Signalbox::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::DurationEdit</name>
    <message>
        <source>For example 90, 1m30 or 2 h.</source>
        <translation>可输入 90、1m30、2 h 或 1分30秒。</translation>
    </message>
    <message>
        <source>Type a size such as 512 or 64 KB.</source>
        <translation>可输入 512 或 64 KB。</translation>
    </message>
    <message>
        <source>%1 is the least.</source>
        <translation>最小为 %1。</translation>
    </message>
    <message>
        <source>%1 is the most.</source>
        <translation>最大为 %1。</translation>
    </message>
    <message>
        <source>%1 to %2.</source>
        <extracomment>A range of times or sizes: &quot;1 s to 12 h.&quot;</extracomment>
        <translation>%1 至 %2。</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>Signalbox::FormField</name>
    <message>
        <source>Differs from the default</source>
        <translation>与默认值不同</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
</context>
<context>
    <name>Signalbox::Inspector</name>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::KeyValueList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>Signalbox::SectionList</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Signalbox::SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>Signalbox::TimeChart</name>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>另存为 CSV</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>另存为 PNG</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>%1 before</source>
        <extracomment>A column of an export: %1 is a series, such as "Sent", of the time compared with.</extracomment>
        <translation>%1（之前）</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1, rising</source>
        <translation>%1，上升</translation>
    </message>
    <message>
        <source>%1, falling</source>
        <translation>%1，下降</translation>
    </message>
    <message>
        <source>%1, steady</source>
        <translation>%1，平稳</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Signalbox::WaitNotice</name>
    <message>
        <source>Still waiting for an answer</source>
        <translation>仍在等待响应</translation>
    </message>
    <message>
        <source>Still waiting for %1</source>
        <translation>仍在等待 %1 响应</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
</TS>
