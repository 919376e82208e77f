<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AxisWords</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1后</translation>
    </message>
</context>
<context>
    <name>Design</name>
    <message>
        <source>Where a field of the data enters the model.</source>
        <translation>数据字段由此进入模型。</translation>
    </message>
    <message>
        <source>A result of the model or of a group.</source>
        <translation>模型或组的输出结果。</translation>
    </message>
    <message>
        <source>A group: a model of its own in one box.</source>
        <translation>组：把一个子模型收进一个框。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Choose where the data come from</source>
        <translation>选择数据来源</translation>
    </message>
    <message>
        <source> · %1 samples</source>
        <translation> · %1 个样本</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Choose a loss</source>
        <translation>选择损失</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1: choose the ending .svg, .png or .pdf.</source>
        <translation>%1：请使用后缀 .svg、.png 或 .pdf。</translation>
    </message>
    <message>
        <source>This model is gone.</source>
        <translation>此模型已不存在。</translation>
    </message>
    <message>
        <source>A layer cannot feed itself.</source>
        <translation>层不能连到自身。</translation>
    </message>
    <message>
        <source>The target is a field of the data. Draw this wire from the Data box.</source>
        <translation>目标是数据字段，请从“数据”框引出这条连线。</translation>
    </message>
    <message>
        <source>The prediction comes from a layer, not from the data.</source>
        <translation>预测值须来自层，不能来自数据。</translation>
    </message>
    <message>
        <source>An Input layer takes a field of the data.</source>
        <translation>Input 层只接收数据字段。</translation>
    </message>
    <message>
        <source>That would make a circle of wires.</source>
        <translation>这样会让连线成环。</translation>
    </message>
    <message>
        <source> (may be left out)</source>
        <translation> (可省略)</translation>
    </message>
    <message>
        <source> (one or more)</source>
        <translation> (一个或多个)</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Projects (*.dsw)</source>
        <translation>项目 (*.dsw)</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message numerus="yes">
        <source>%n runs are in the bin.</source>
        <translation>
            <numerusform>已将 %n 个运行移到回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are back.</source>
        <translation>
            <numerusform>已还原 %n 个运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are deleted.</source>
        <translation>
            <numerusform>已删除 %n 个运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no runs.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The curves are in %1.</source>
        <translation>曲线已保存到 %1。</translation>
    </message>
    <message>
        <source>Event files are in %1. Look at them with: tensorboard --logdir %1</source>
        <translation>事件文件已保存到 %1。查看命令：tensorboard --logdir %1</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
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
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Seconds in filters</source>
        <translation>筛选时以秒为单位</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>已完成轮数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>已完成步数</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>Scalars</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Samples per second</source>
        <translation>每秒样本数</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <source>Area under the curve</source>
        <translation>曲线下面积 (AUC)</translation>
    </message>
    <message>
        <source>Top 3 accuracy</source>
        <translation>Top-3 准确率</translation>
    </message>
    <message>
        <source>Top 5 accuracy</source>
        <translation>Top-5 准确率</translation>
    </message>
    <message>
        <source>Right in the confusion matrix</source>
        <translation>混淆矩阵正确率</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Root mean square error</source>
        <translation>均方根误差</translation>
    </message>
    <message>
        <source>R² score</source>
        <translation>R² 分数</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>%1 parameters · %2FLOP a step · activations %3</source>
        <translation>参数 %1 · 每步 %2FLOP · 激活 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>可以训练</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已失联</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>ds::link::LinkClient</name>
    <message>
        <source>The socket belongs to another user</source>
        <translation>套接字属于其他用户</translation>
    </message>
    <message>
        <source>The worker hung up</source>
        <translation>工作进程断开了连接</translation>
    </message>
    <message>
        <source>The worker&apos;s answer makes no sense</source>
        <translation>无法理解工作进程的应答</translation>
    </message>
    <message>
        <source>This is no worker</source>
        <translation>对方不是工作进程</translation>
    </message>
    <message>
        <source>The worker speaks another version of the protocol</source>
        <translation>工作进程的协议版本不同</translation>
    </message>
    <message>
        <source>The worker sent what nobody asked for</source>
        <translation>工作进程发来了未请求的数据</translation>
    </message>
</context>
<context>
    <name>ds::ui</name>
    <message>
        <source>Draw a model, train it, see what happens inside.</source>
        <translation>绘制模型，训练模型，看清内部过程。</translation>
    </message>
    <message>
        <source>Folder of the runs.</source>
        <translation>存放运行的文件夹。</translation>
    </message>
    <message>
        <source>system, dark or light.</source>
        <translation>system、dark 或 light。</translation>
    </message>
    <message>
        <source>en or zh_CN.</source>
        <translation>en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Page to begin with: start, design, train, ...</source>
        <translation>启动时打开的页面：start、design、train 等。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1280x800.</source>
        <translation>窗口大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>File of settings instead of the person&apos;s own.</source>
        <translation>使用此设置文件，代替个人设置。</translation>
    </message>
    <message>
        <source>Visit every page with real data and write a picture of each.</source>
        <translation>用真实数据打开每个页面，并各保存一张图片。</translation>
    </message>
    <message>
        <source>Measure startup, canvas, plot, runs or live; prints JSON.</source>
        <translation>测量 startup、canvas、plot、runs 或 live，输出 JSON。</translation>
    </message>
    <message>
        <source>Project file to open (.dsw).</source>
        <translation>要打开的项目文件 (.dsw)。</translation>
    </message>
    <message>
        <source>Only one project can be opened.</source>
        <translation>只能打开一个项目。</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;.</source>
        <translation>没有名为“%1”的主题。</translation>
    </message>
    <message>
        <source>There is no language &quot;%1&quot;.</source>
        <translation>不支持语言“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size; write 1280x800.</source>
        <translation>“%1”不是有效的大小，请写成 1280x800 的形式。</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>须在 %1 至 %2 之间</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>至少为 %1</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>至多为 %1</translation>
    </message>
    <message>
        <source>“%1” is no whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>“%1” is none of the choices</source>
        <translation>“%1”不在可选项中</translation>
    </message>
</context>
<context>
    <name>ds::ui::AddPopup</name>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Add a layer…</source>
        <translation>添加层…</translation>
    </message>
</context>
<context>
    <name>ds::ui::AnswerView</name>
    <message>
        <source>Answer of the model</source>
        <translation>模型的答案</translation>
    </message>
</context>
<context>
    <name>ds::ui::BarPlot</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 至 %2：%3</translation>
    </message>
</context>
<context>
    <name>ds::ui::Canvas</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>has a suggestion</source>
        <translation>有建议</translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation>已绕过</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ds::ui::ConfusionCard</name>
    <message>
        <source>Measure it in the next run</source>
        <translation>下次运行时测量</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Per cent of the class</source>
        <translation>占该类的百分比</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>No confusion matrix yet. It comes with the first validation if the metric “confusion” is measured.</source>
        <translation>还没有混淆矩阵。如果测量指标 “confusion”，首次验证后会显示。</translation>
    </message>
    <message>
        <source>No mistake at all.</source>
        <translation>没有任何错误。</translation>
    </message>
    <message>
        <source>Most frequent mistake: %1.</source>
        <translation>最常见的错误：%1。</translation>
    </message>
    <message>
        <source>Measured at step %1.</source>
        <translation>测量于第 %1 步。</translation>
    </message>
</context>
<context>
    <name>ds::ui::CurveBoard</name>
    <message>
        <source>Best checkpoint, step %1</source>
        <translation>最佳检查点，第 %1 步</translation>
    </message>
    <message>
        <source>Checkpoint, step %1</source>
        <translation>检查点，第 %1 步</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>solid: train, dashed: validation</source>
        <translation>实线：训练；虚线：验证</translation>
    </message>
</context>
<context>
    <name>ds::ui::CurvePlot</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>A file can be .png, .svg or .csv, not .%1</source>
        <translation>文件只能是 .png、.svg 或 .csv，不能是 .%1</translation>
    </message>
    <message>
        <source>Show everything	Double click</source>
        <translation>显示全部	双击</translation>
    </message>
    <message>
        <source>Logarithmic y axis	L</source>
        <translation>y 轴对数刻度	L</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>x 轴对数刻度</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Table (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ds::ui::CurveTools</name>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>按轮</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>What the horizontal axis shows</source>
        <translation>横轴内容</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>y 轴对数</translation>
    </message>
    <message>
        <source>Logarithmic y axes (L in one plot)</source>
        <translation>y 轴对数刻度（单张图按 L）</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>ds::ui::DataPage</name>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Only samples of this class</source>
        <translation>只看此类样本</translation>
    </message>
    <message>
        <source>The project names no such data</source>
        <translation>项目未指定此类数据</translation>
    </message>
    <message>
        <source>No data yet. Choose a data source on the Design page.</source>
        <translation>还没有数据。请在“设计”页选择数据源。</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>No samples of this class.</source>
        <translation>此类别没有样本。</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 / %2 个样本</translation>
    </message>
</context>
<context>
    <name>ds::ui::DesignPage</name>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Connect the selected layers</source>
        <translation>连接所选层</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
    <message>
        <source>Frame the selection</source>
        <translation>给所选项加框</translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>添加注释</translation>
    </message>
    <message>
        <source>Open the group</source>
        <translation>进入组</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>退出组</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>绕过</translation>
    </message>
    <message>
        <source>Bypass %1</source>
        <translation>绕过 %1</translation>
    </message>
    <message>
        <source>Use %1 again</source>
        <translation>取消绕过 %1</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>解冻 %1</translation>
    </message>
    <message>
        <source>Arrange automatically</source>
        <translation>自动排列</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>居中对齐</translation>
    </message>
    <message>
        <source>Distribute evenly</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Let wires run down or to the right</source>
        <translation>切换连线方向：向下或向右</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>显示所选项</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Help on the layer</source>
        <translation>层的帮助</translation>
    </message>
    <message>
        <source>No heat</source>
        <translation>不显示热度</translation>
    </message>
    <message>
        <source>Heat: parameters</source>
        <translation>热度：参数</translation>
    </message>
    <message>
        <source>Heat: FLOPs</source>
        <translation>热度：FLOPs</translation>
    </message>
    <message>
        <source>Heat: memory</source>
        <translation>热度：内存</translation>
    </message>
    <message>
        <source>Show the graph that runs</source>
        <translation>显示实际运行的计算图</translation>
    </message>
    <message>
        <source>Export the drawing as SVG…</source>
        <translation>将网络图导出为 SVG…</translation>
    </message>
    <message>
        <source>Export the drawing as PNG…</source>
        <translation>将网络图导出为 PNG…</translation>
    </message>
    <message>
        <source>Export the drawing as PDF…</source>
        <translation>将网络图导出为 PDF…</translation>
    </message>
    <message>
        <source>The clipboard holds no layers.</source>
        <translation>剪贴板中没有层。</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n layer(s)</source>
        <translation>
            <numerusform>粘贴 %n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n layer(s)</source>
        <translation>
            <numerusform>为 %n 个层创建副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %n layer(s)</source>
        <translation>
            <numerusform>将 %n 个层编组</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a group to open it up.</source>
        <translation>请选择要取消编组的组。</translation>
    </message>
    <message>
        <source>Ungroup %1</source>
        <translation>取消编组 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>Select two or more layers first.</source>
        <translation>请先选择两个或更多层。</translation>
    </message>
    <message>
        <source>Select the layers to frame first.</source>
        <translation>请先选择要加框的层。</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Double click to write</source>
        <translation>双击编辑文字</translation>
    </message>
    <message>
        <source>Frame layers</source>
        <translation>给层加框</translation>
    </message>
    <message>
        <source>Arranging…</source>
        <translation>正在排列…</translation>
    </message>
    <message>
        <source>%1 has no free input.</source>
        <translation>%1 没有空闲的输入。</translation>
    </message>
    <message numerus="yes">
        <source>Connect %n layers</source>
        <translation>
            <numerusform>连接 %n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>导出网络图</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n layers</source>
        <translation>
            <numerusform>移动 %n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>将 %1 连到 %2</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>断开 %1 与 %2</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>删除注释</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n wire(s)</source>
        <translation>
            <numerusform>删除 %n 条连线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n layers</source>
        <translation>
            <numerusform>删除 %n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>修改注释</translation>
    </message>
    <message>
        <source>Move a frame</source>
        <translation>移动框</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>The model changed meanwhile. Arrange it again.</source>
        <translation>模型在此期间有改动，请重新排列。</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>ds::ui::DrawPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one; Delete clears</source>
        <translation>左键绘制，右键擦除，Delete 清空</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在此绘制</translation>
    </message>
</context>
<context>
    <name>ds::ui::FileCommands</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>before a new one</source>
        <translation>新建项目之前</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them %2?</source>
        <translation>%1 有未保存的更改。%2要保存吗？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>before another is opened</source>
        <translation>打开其他项目之前</translation>
    </message>
    <message>
        <source>Parts of the file could not be read; it is not overwritten. %1</source>
        <translation>文件有部分内容无法读取，因此不会被覆盖。%1</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>另存为其他名称</translation>
    </message>
    <message>
        <source>%1 is open in another window, too. What is saved last stays.</source>
        <translation>%1 也在另一个窗口中打开，以最后保存的内容为准。</translation>
    </message>
    <message>
        <source>Changes of %1 were not saved when the program ended.</source>
        <translation>程序上次退出时，%1 的更改未保存。</translation>
    </message>
    <message>
        <source>Recover them</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Recover changes</source>
        <translation>恢复更改</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Unsaved changes could not be kept safe: %1 It is tried again.</source>
        <translation>无法备份未保存的更改：%1 稍后会重试。</translation>
    </message>
</context>
<context>
    <name>ds::ui::FormRow</name>
    <message>
        <source>several</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Set back to %1</source>
        <translation>还原为 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>ds::ui::GraphView</name>
    <message>
        <source>Graph after</source>
        <translation>计算图阶段</translation>
    </message>
    <message>
        <source>lowering</source>
        <translation>算子展开后</translation>
    </message>
    <message>
        <source>differentiation</source>
        <translation>求导后</translation>
    </message>
    <message>
        <source>dead code and duplicates</source>
        <translation>去除死代码和重复后</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>融合后</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>编译阶段</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>There is no graph yet. Mend the problems of the model first.</source>
        <translation>还没有计算图。请先解决模型的问题。</translation>
    </message>
    <message>
        <source>Graph as text</source>
        <translation>文本形式的计算图</translation>
    </message>
</context>
<context>
    <name>ds::ui::ImageGrid</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerHelp</name>
    <message>
        <source>Help on %1</source>
        <translation>%1 的帮助</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerListModel</name>
    <message>
        <source>%1
It does not take this shape as it is.</source>
        <translation>%1
不能直接接收此形状。</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerPalette</name>
    <message>
        <source>Search layers…</source>
        <translation>搜索层…</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Search layers (/)</source>
        <translation>搜索层 (/)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerPanel</name>
    <message>
        <source>In training</source>
        <translation>训练时</translation>
    </message>
    <message>
        <source>What this layer does (F1)</source>
        <translation>此层的作用 (F1)</translation>
    </message>
    <message>
        <source>THIS LAYER</source>
        <translation>本层</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message>
        <source>several types</source>
        <translation>多种类型</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Its parameters are kept as they are.</source>
        <translation>参数保持不变。</translation>
    </message>
    <message>
        <source>Bypassed</source>
        <translation>绕过</translation>
    </message>
    <message>
        <source>Its first input goes through unchanged.</source>
        <translation>第一个输入原样通过。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>FLOPs / step</source>
        <translation>FLOPs / 步</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>freezing</source>
        <translation>冻结状态</translation>
    </message>
    <message>
        <source>bypass</source>
        <translation>绕过状态</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>修改 %2 的 %1</translation>
    </message>
</context>
<context>
    <name>ds::ui::LiveControls</name>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Back to the schedule</source>
        <translation>恢复调度</translation>
    </message>
    <message>
        <source>Evaluate now</source>
        <translation>立即评估</translation>
    </message>
    <message>
        <source>Checkpoint now</source>
        <translation>存检查点</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>÷ 2</source>
        <translation>÷ 2</translation>
    </message>
    <message>
        <source>× 2</source>
        <translation>× 2</translation>
    </message>
    <message>
        <source>Return sets it from the next step on</source>
        <translation>按回车键设定，下一步起生效</translation>
    </message>
    <message>
        <source>Measures the validation data with the weights as they are</source>
        <translation>用当前权重评估验证集</translation>
    </message>
    <message>
        <source>Saves everything, so that the run can go on from here</source>
        <translation>保存全部状态，之后可从此处继续运行</translation>
    </message>
    <message>
        <source>The learning rate follows the schedule of the project again</source>
        <translation>学习率重新跟随项目的调度</translation>
    </message>
    <message>
        <source>No run is alive.</source>
        <translation>没有正在进行的运行。</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>手动设定。</translation>
    </message>
    <message>
        <source>Follows the schedule.</source>
        <translation>跟随调度。</translation>
    </message>
    <message>
        <source>The learning rate is a number of 0 or more, such as 0.001.</source>
        <translation>学习率须为不小于 0 的数，例如 0.001。</translation>
    </message>
</context>
<context>
    <name>ds::ui::LogView</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>Kind of events</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Best checkpoint so far</source>
        <translation>目前最佳检查点</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>%1 after the start</source>
        <translation>开始后 %1</translation>
    </message>
</context>
<context>
    <name>ds::ui::MatrixView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 / %2 (%3)</translation>
    </message>
    <message>
        <source>“%1” recognised: %2</source>
        <translation>“%1”识别正确：%2</translation>
    </message>
    <message>
        <source>“%1” taken for “%2”: %3</source>
        <translation>“%1”误判为“%2”：%3</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
</context>
<context>
    <name>ds::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ds::ui::Minimap</name>
    <message>
        <source>Overview of the network</source>
        <translation>网络概览</translation>
    </message>
    <message>
        <source>Overview: click to go there</source>
        <translation>概览：点击跳转</translation>
    </message>
</context>
<context>
    <name>ds::ui::Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ds::ui::ProblemsPanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>ds::ui::Project</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>ds::ui::ProjectCard</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ds::ui::ProjectPanel</name>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Validation data</source>
        <translation>验证数据</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>选择%1</translation>
    </message>
</context>
<context>
    <name>ds::ui::RunCommands</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the project, or go on with a paused run</source>
        <translation>训练项目，或继续已暂停的运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop after the step at hand; the run waits</source>
        <translation>完成当前步后暂停，运行保持等待</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Train on one more batch, then pause</source>
        <translation>再训练一个批次，然后暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save a checkpoint and end the run; it can be resumed</source>
        <translation>保存检查点并结束运行，之后可以继续</translation>
    </message>
    <message numerus="yes">
        <source>The project cannot be trained yet. %n problem(s), the first: %1</source>
        <translation>
            <numerusform>项目还不能训练，有 %n 个问题，第一个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The worker of %1 is gone. %2</source>
        <translation>%1 的工作进程已消失。%2</translation>
    </message>
    <message>
        <source>%1 ended early. %2</source>
        <translation>%1 提前结束。%2</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
    </message>
</context>
<context>
    <name>ds::ui::RunDetails</name>
    <message>
        <source>Only differences</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Parameters compared</source>
        <translation>参数对比</translation>
    </message>
    <message>
        <source>Choose a run, or several to compare.</source>
        <translation>选择一个运行，或选多个对比。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs compared</source>
        <translation>
            <numerusform>对比 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 runs compared</source>
        <translation>对比 %2 个运行中的前 %1 个</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ds::ui::RunHeader</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The run that is shown</source>
        <translation>当前显示的运行</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>samples/s</source>
        <translation>样本/秒</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已失联</translation>
    </message>
    <message>
        <source>of %1 predicted</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>无运行</translation>
    </message>
</context>
<context>
    <name>ds::ui::RunsPage</name>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The table is in %1.</source>
        <translation>表格已保存到 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>Folder for TensorBoard</source>
        <translation>TensorBoard 文件夹</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>派生</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Filter: lr&lt;0.01 accuracy&gt;0.9 state:finished word</source>
        <translation>筛选：lr&lt;0.01 accuracy&gt;0.9 state:已完成 关键词</translation>
    </message>
    <message>
        <source>Words, and comparisons of columns: lr&lt;0.01, accuracy&gt;=90%, state:finished, tags:good, -word  (Ctrl+F)</source>
        <translation>关键词，或按列比较：lr&lt;0.01、accuracy&gt;=90%、state:已完成、tags:good、-关键词  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Show the runs that were deleted</source>
        <translation>显示已删除的运行</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>从最后的检查点继续</translation>
    </message>
    <message>
        <source>A new run that begins with the weights of this one&apos;s best checkpoint</source>
        <translation>新建运行，以此运行最佳检查点的权重为起点</translation>
    </message>
    <message>
        <source>Move to the bin (Delete)</source>
        <translation>移到回收站 (Delete)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>Curves of the chosen runs as CSV…</source>
        <translation>所选运行的曲线 (CSV)…</translation>
    </message>
    <message>
        <source>Chosen runs for TensorBoard…</source>
        <translation>所选运行 (TensorBoard)…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>移出回收站</translation>
    </message>
    <message>
        <source>Delete for good?</source>
        <translation>永久删除？</translation>
    </message>
    <message>
        <source>Resume the chosen run</source>
        <translation>继续所选运行</translation>
    </message>
    <message>
        <source>Fork the chosen run</source>
        <translation>派生所选运行</translation>
    </message>
    <message>
        <source>Export the table of runs as CSV</source>
        <translation>将运行表格导出为 CSV</translation>
    </message>
    <message>
        <source>Export the chosen runs for TensorBoard</source>
        <translation>将所选运行导出到 TensorBoard</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Bin (%1)</source>
        <translation>回收站 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 / %2 个运行</translation>
    </message>
    <message>
        <source>There is no column “%1”</source>
        <translation>没有名为“%1”的列</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>No runs yet. Press Train (F5): every run is kept and listed here.</source>
        <translation>还没有运行。按“训练”(F5)，每次运行都会保存并列在这里。</translation>
    </message>
    <message>
        <source>Choose one run to see its curves, or several to lay them over each other.</source>
        <translation>选择一个运行查看曲线，或选多个叠加对比。</translation>
    </message>
</context>
<context>
    <name>ds::ui::SamplesCard</name>
    <message>
        <source>Hardest</source>
        <translation>最难</translation>
    </message>
    <message>
        <source>Easiest</source>
        <translation>最易</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation>%1，应为 %2</translation>
    </message>
    <message>
        <source>The easiest and hardest samples come with the first validation.</source>
        <translation>首次验证后会显示最易和最难的样本。</translation>
    </message>
    <message>
        <source>Of the test data, step %1.</source>
        <translation>取自测试集，第 %1 步。</translation>
    </message>
    <message>
        <source>Of the validation data, step %1.</source>
        <translation>取自验证集，第 %1 步。</translation>
    </message>
    <message>
        <source>%1 (sample %2, loss %3)</source>
        <translation>%1（样本 %2，损失 %3）</translation>
    </message>
</context>
<context>
    <name>ds::ui::StartPage</name>
    <message>
        <source>What do you want to train?</source>
        <translation>想训练什么？</translation>
    </message>
    <message>
        <source>or drop a .dsw file anywhere</source>
        <translation>或将 .dsw 文件拖到任意位置</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Projects that you open are listed here.</source>
        <translation>打开过的项目会列在这里。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>No templates are installed.</source>
        <translation>未安装模板。</translation>
    </message>
</context>
<context>
    <name>ds::ui::SummaryPanel</name>
    <message>
        <source>Mean ± deviation</source>
        <translation>均值 ± 标准差</translation>
    </message>
    <message>
        <source>Least, most</source>
        <translation>最小值、最大值</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Figures from %1 of %2 samples, evenly spread.</source>
        <translation>统计自 %2 个样本中均匀抽取的 %1 个。</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>类别分布</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), the most frequent has %1 times the samples of the rarest.</source>
        <translation>
            <numerusform>%n 个类别，最多一类的样本数是最少一类的 %1 倍。</numerusform>
        </translation>
    </message>
    <message>
        <source>infinitely many</source>
        <translation>无穷多</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) without a class.</source>
        <translation>
            <numerusform>%n 个标签没有对应的类别。</numerusform>
        </translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Channel or column</source>
        <translation>通道或列</translation>
    </message>
</context>
<context>
    <name>ds::ui::TableModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
</context>
<context>
    <name>ds::ui::ToolBar</name>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Heat: where parameters, work and memory are</source>
        <translation>热度：参数、计算量和内存的分布</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>导出网络图</translation>
    </message>
</context>
<context>
    <name>ds::ui::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>There are unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>Search  %1</source>
        <translation>搜索  %1</translation>
    </message>
</context>
<context>
    <name>ds::ui::TrainPage</name>
    <message>
        <source>Measure the confusion matrix</source>
        <translation>测量混淆矩阵</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Lay the curves of earlier runs beside these, dashed</source>
        <translation>用虚线叠加以前运行的曲线</translation>
    </message>
    <message>
        <source>No run yet. Press Train (F5): loss, metrics and learning rate are drawn here as the model learns.</source>
        <translation>还没有运行。按“训练”(F5)，损失、指标和学习率会随训练实时绘制在这里。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>There are no earlier runs.</source>
        <translation>没有以前的运行。</translation>
    </message>
    <message>
        <source>A row or text, then Return</source>
        <translation>输入一行数据或文本，按回车键</translation>
    </message>
</context>
<context>
    <name>ds::ui::TrySample</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Sample as text</source>
        <translation>文本形式的样本</translation>
    </message>
    <message>
        <source>Ask about a file</source>
        <translation>用文件提问</translation>
    </message>
    <message>
        <source>Pictures and arrays (*.png *.jpg *.jpeg *.webp *.npy);;All files (*)</source>
        <translation>图片和数组 (*.png *.jpg *.jpeg *.webp *.npy);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The weights of a live run answer here. Press Train (F5).</source>
        <translation>这里由运行中的模型实时作答。请按“训练”(F5)。</translation>
    </message>
    <message>
        <source>or the path of a file</source>
        <translation>或文件路径</translation>
    </message>
    <message>
        <source>Type a sample, then Return</source>
        <translation>输入样本，按回车键</translation>
    </message>
    <message>
        <source>Draw, or drop a picture or .npy file: the live weights answer.</source>
        <translation>手绘，或拖入图片或 .npy 文件，由当前权重作答。</translation>
    </message>
    <message>
        <source>Drop a picture or .npy file: the live weights answer.</source>
        <translation>拖入图片或 .npy 文件，由当前权重作答。</translation>
    </message>
    <message>
        <source>Type a sample as your data hold it: the live weights answer.</source>
        <translation>按数据的格式输入样本，由当前权重作答。</translation>
    </message>
    <message>
        <source>The drawing cannot be written to %1.</source>
        <translation>无法将手绘图写入 %1。</translation>
    </message>
</context>
<context>
    <name>ds::ui::Window</name>
    <message numerus="yes">
        <source>CPU · %n core(s)</source>
        <translation>
            <numerusform>CPU · %n 核</numerusform>
        </translation>
    </message>
    <message>
        <source>Where training runs</source>
        <translation>训练所用设备</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>The language changes when the program starts again.</source>
        <translation>语言将在重启程序后切换。</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>before the window closes</source>
        <translation>关闭窗口之前</translation>
    </message>
</context>
<context>
    <name>ds::ui::WorkerRun</name>
    <message>
        <source>The worker does not answer.</source>
        <translation>工作进程没有响应。</translation>
    </message>
    <message>
        <source>It was taken out of the queue.</source>
        <translation>已移出队列。</translation>
    </message>
</context>
<context>
    <name>ds::ui::WorkerWatch</name>
    <message>
        <source>The worker ended before it could begin.</source>
        <translation>工作进程尚未开始就已退出。</translation>
    </message>
    <message>
        <source>The worker ended without a word: it was killed, or the system ran out of memory.</source>
        <translation>工作进程意外退出：可能被强制终止，或系统内存不足。</translation>
    </message>
</context>
<context>
    <name>ds::ui::ZoomControl</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation>显示全部 (Home)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
</TS>
