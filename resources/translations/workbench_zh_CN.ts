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
    <name>Data</name>
    <message>
        <source>there is no data source &quot;%1&quot;</source>
        <translation>没有名为“%1”的数据源</translation>
    </message>
    <message>
        <source>the source &quot;%1&quot; cannot take single inputs</source>
        <translation>数据源“%1”不能接受单个输入</translation>
    </message>
    <message>
        <source>Give an .npy file per input instead.</source>
        <translation>请改为每个输入给一个 .npy 文件。</translation>
    </message>
    <message>
        <source>there is text after a closing quote</source>
        <translation>右引号后面还有文字</translation>
    </message>
    <message>
        <source>a quote is opened and not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>the names of the columns are not UTF-8</source>
        <translation>列名不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>Convert the file to UTF-8.</source>
        <translation>请把文件转换为 UTF-8。</translation>
    </message>
    <message>
        <source>has %1 cells, but there are %2 columns</source>
        <translation>有 %1 个单元格，但共有 %2 列</translation>
    </message>
    <message>
        <source>Is the separator right?</source>
        <translation>分隔符对吗？</translation>
    </message>
    <message>
        <source>holds no rows</source>
        <translation>没有任何行</translation>
    </message>
    <message>
        <source>expects one row, got several lines</source>
        <translation>应为一行，却有多行</translation>
    </message>
    <message>
        <source>is not a plain file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>there is not enough memory to read the file</source>
        <translation>内存不足，无法读取该文件</translation>
    </message>
    <message>
        <source>the file became shorter while it was read</source>
        <translation>文件在读取过程中变短了</translation>
    </message>
    <message>
        <source>what was learnt from the training data holds no valid &quot;%1&quot;</source>
        <translation>从训练数据得到的信息里没有有效的“%1”</translation>
    </message>
    <message>
        <source>Train the model again.</source>
        <translation>请重新训练模型。</translation>
    </message>
    <message>
        <source>cannot start decompression</source>
        <translation>无法开始解压</translation>
    </message>
    <message>
        <source>the compressed data are cut off</source>
        <translation>压缩数据不完整</translation>
    </message>
    <message>
        <source>the compressed data are damaged%1</source>
        <translation>压缩数据已损坏%1</translation>
    </message>
    <message>
        <source>the sizes %1 do not fit the file</source>
        <translation>大小 %1 与文件不符</translation>
    </message>
    <message>
        <source>The file may be damaged.</source>
        <translation>文件可能已损坏。</translation>
    </message>
    <message>
        <source>holds no values: its shape is %1</source>
        <translation>没有任何值：形状为 %1</translation>
    </message>
    <message>
        <source>cannot be read%1</source>
        <translation>无法读取%1</translation>
    </message>
    <message>
        <source>holds no values yet</source>
        <translation>还没有任何值</translation>
    </message>
    <message>
        <source>cannot open the file%1</source>
        <translation>无法打开文件%1</translation>
    </message>
    <message>
        <source>is not an HDF5 file</source>
        <translation>不是 HDF5 文件</translation>
    </message>
    <message>
        <source>cannot be opened as HDF5%1</source>
        <translation>无法作为 HDF5 打开%1</translation>
    </message>
    <message>
        <source>the HDF5 library cannot cope with the file</source>
        <translation>HDF5 库无法处理该文件</translation>
    </message>
    <message>
        <source>The file is probably damaged.</source>
        <translation>文件很可能已损坏。</translation>
    </message>
    <message>
        <source>cannot create the file%1</source>
        <translation>无法创建文件%1</translation>
    </message>
    <message>
        <source>Check that the folder exists, can be written to and has room.</source>
        <translation>请确认文件夹存在、可写且有剩余空间。</translation>
    </message>
    <message>
        <source>there is no such dataset%1</source>
        <translation>没有这个数据集%1</translation>
    </message>
    <message>
        <source>The file holds %1.</source>
        <translation>文件中有 %1。</translation>
    </message>
    <message>
        <source>does not hold plain numbers</source>
        <translation>里面不是普通数值</translation>
    </message>
    <message>
        <source>has more than 8 dimensions</source>
        <translation>超过 8 个维度</translation>
    </message>
    <message>
        <source>cannot write &quot;%1&quot;%2</source>
        <translation>无法写入“%1”%2</translation>
    </message>
    <message>
        <source>Check that the disk has room.</source>
        <translation>请确认磁盘有剩余空间。</translation>
    </message>
    <message>
        <source>cannot write the file%1</source>
        <translation>无法写入文件%1</translation>
    </message>
    <message>
        <source>rows %1 to %2 cannot be read%3</source>
        <translation>第 %1 到 %2 行无法读取%3</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>请重新获取该文件。</translation>
    </message>
    <message>
        <source>the file ends within its header</source>
        <translation>文件在文件头处就结束了</translation>
    </message>
    <message>
        <source>is not an IDX file: the magic number is 0x%1, not 0x000008..</source>
        <translation>不是 IDX 文件：魔数是 0x%1，而不是 0x000008..</translation>
    </message>
    <message>
        <source>holds IDX elements of type %1; only unsigned bytes (8) are read</source>
        <translation>IDX 元素的类型为 %1；只能读取无符号字节（8）</translation>
    </message>
    <message>
        <source>has %1 dimensions; 1 to 4 are read</source>
        <translation>有 %1 个维度；可读取 1 到 4 个</translation>
    </message>
    <message>
        <source>the sizes in the header overflow: %1</source>
        <translation>文件头中的大小溢出：%1</translation>
    </message>
    <message>
        <source>the header promises %1, %2 bytes, but the file cannot hold more than %3</source>
        <translation>文件头声明为 %1，共 %2 字节，但该文件最多只能有 %3 字节</translation>
    </message>
    <message>
        <source>the file is cut off: %1 of %2 bytes are there</source>
        <translation>文件不完整：%2 字节中只有 %1 字节</translation>
    </message>
    <message>
        <source>the file goes on after the %1 bytes that its header promises</source>
        <translation>文件头声明的 %1 字节之后文件仍未结束</translation>
    </message>
    <message>
        <source>has an impossible size of %1</source>
        <translation>大小 %1 不可能成立</translation>
    </message>
    <message>
        <source>claims to be %1 pixels, which its %2 bytes cannot hold</source>
        <translation>声称有 %1 像素，但它的 %2 字节容纳不下</translation>
    </message>
    <message>
        <source>is no PNG, JPEG or WebP image</source>
        <translation>不是 PNG、JPEG 或 WebP 图像</translation>
    </message>
    <message>
        <source>expects one number or one per channel (%1)</source>
        <translation>应为一个数，或每个通道一个数（%1 个）</translation>
    </message>
    <message>
        <source>must be above 0, got %1</source>
        <translation>必须大于 0，现为 %1</translation>
    </message>
    <message>
        <source>expects a picture, but the model was trained on %1</source>
        <translation>应为图像，但模型训练时用的是 %1</translation>
    </message>
    <message>
        <source>has %1 channels, the model expects %2</source>
        <translation>有 %1 个通道，模型需要 %2 个</translation>
    </message>
    <message>
        <source>the JPEG image is damaged (%1)</source>
        <translation>JPEG 图像已损坏（%1）</translation>
    </message>
    <message>
        <source>the PNG image is damaged (%1)</source>
        <translation>PNG 图像已损坏（%1）</translation>
    </message>
    <message>
        <source>the WebP image is damaged</source>
        <translation>WebP 图像已损坏</translation>
    </message>
    <message>
        <source>is an animated WebP image; single pictures are read</source>
        <translation>是动态 WebP 图像；只能读取单幅图像</translation>
    </message>
    <message>
        <source>sample %1 has the label %2, but labels go from 0 to %3</source>
        <translation>样本 %1 的标签为 %2，但标签范围是 0 到 %3</translation>
    </message>
    <message>
        <source>Check the labels or the list of classes.</source>
        <translation>请检查标签或类别列表。</translation>
    </message>
    <message>
        <source>reading the data failed: %1</source>
        <translation>读取数据失败：%1</translation>
    </message>
    <message>
        <source>the header is damaged: %1</source>
        <translation>文件头已损坏：%1</translation>
    </message>
    <message>
        <source>holds records with several fields; a plain array of numbers is needed</source>
        <translation>里面是含多个字段的记录；需要普通的数值数组</translation>
    </message>
    <message>
        <source>there is no valid &apos;descr&apos;</source>
        <translation>没有有效的 &apos;descr&apos;</translation>
    </message>
    <message>
        <source>holds elements of type &apos;%1&apos;; f2, f4, f8, i1 to i8, u1 to u8 and bool are read</source>
        <translation>元素类型为 &apos;%1&apos;；可读取 f2、f4、f8、i1 到 i8、u1 到 u8 以及 bool</translation>
    </message>
    <message>
        <source>Convert it, say with array.astype(&quot;float32&quot;).</source>
        <translation>请转换，例如用 array.astype(&quot;float32&quot;)。</translation>
    </message>
    <message>
        <source>there is no valid &apos;fortran_order&apos;</source>
        <translation>没有有效的 &apos;fortran_order&apos;</translation>
    </message>
    <message>
        <source>there is no valid &apos;shape&apos;</source>
        <translation>没有有效的 &apos;shape&apos;</translation>
    </message>
    <message>
        <source>the file is cut off: the header promises %1 elements of %2 bytes, but only %3 bytes follow</source>
        <translation>文件不完整：文件头声明有 %1 个元素、每个 %2 字节，但后面只有 %3 字节</translation>
    </message>
    <message>
        <source>Write the file again.</source>
        <translation>请重新写出该文件。</translation>
    </message>
    <message>
        <source>is not an .npy file: it does not start with \x93NUMPY</source>
        <translation>不是 .npy 文件：开头不是 \x93NUMPY</translation>
    </message>
    <message>
        <source>has version %1 of the .npy format; 1 to 3 are read</source>
        <translation>.npy 格式版本为 %1；可读取 1 到 3</translation>
    </message>
    <message>
        <source>holds an array of shape %1, the model expects %2</source>
        <translation>数组形状为 %1，模型需要 %2</translation>
    </message>
    <message>
        <source>expects height and width, got %1</source>
        <translation>应为高和宽，现为 %1</translation>
    </message>
    <message>
        <source>expects one number or one per channel (%1), got %2</source>
        <translation>应为一个数，或每个通道一个数（%1 个），现为 %2</translation>
    </message>
    <message>
        <source>SentencePiece cannot learn %1 tokens from this text (%2)</source>
        <translation>SentencePiece 无法从这段文字学到 %1 个词元（%2）</translation>
    </message>
    <message>
        <source>Choose another vocabulary_size or give more text.</source>
        <translation>请换一个 vocabulary_size，或提供更多文字。</translation>
    </message>
    <message>
        <source>is not a SentencePiece model (%1)</source>
        <translation>不是 SentencePiece 模型（%1）</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>Name the column that is to be predicted.</source>
        <translation>请指明要预测的列。</translation>
    </message>
    <message>
        <source>classification has one target column, got %1</source>
        <translation>分类任务只有一个目标列，现有 %1 个</translation>
    </message>
    <message>
        <source>every row has missing cells</source>
        <translation>每一行都有缺失的单元格</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;</source>
        <translation>%1 没有列“%2”</translation>
    </message>
    <message>
        <source>has no column of numbers beside the target</source>
        <translation>除目标列外没有数值列</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数</translation>
    </message>
    <message>
        <source>the cell is empty or says that its value is missing</source>
        <translation>单元格为空，或表示值缺失</translation>
    </message>
    <message>
        <source>Set missing to &quot;drop&quot; to leave such rows out, or to &quot;mean&quot; to fill in features.</source>
        <translation>把 missing 设为 &quot;drop&quot; 可略去这些行，设为 &quot;mean&quot; 可补全特征。</translation>
    </message>
    <message>
        <source>the name of the class is not UTF-8</source>
        <translation>类别名不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the training data have no class &quot;%1&quot;</source>
        <translation>训练数据中没有类别“%1”</translation>
    </message>
    <message>
        <source>expects one character or &quot;tab&quot;, got %1</source>
        <translation>应为一个字符或 &quot;tab&quot;，现为 %1</translation>
    </message>
    <message>
        <source>what was learnt from the training data holds no valid features</source>
        <translation>从训练数据得到的信息里没有有效的特征</translation>
    </message>
    <message>
        <source>expects %1 cells, got %2</source>
        <translation>应有 %1 个单元格，现有 %2 个</translation>
    </message>
    <message>
        <source>The features are %1.</source>
        <translation>特征为 %1。</translation>
    </message>
    <message>
        <source>holds a single number; the first axis has to count samples</source>
        <translation>里面只有一个数；第一个轴必须是样本</translation>
    </message>
    <message>
        <source>holds %1 samples, but the first dataset holds %2</source>
        <translation>有 %1 个样本，但第一个数据集有 %2 个</translation>
    </message>
    <message>
        <source>at least one dataset is needed</source>
        <translation>至少需要一个数据集</translation>
    </message>
    <message>
        <source>expects pictures [N, H, W] or [N, C, H, W], got %1</source>
        <translation>应为图像 [N, H, W] 或 [N, C, H, W]，现为 %1</translation>
    </message>
    <message>
        <source>Are images and labels swapped?</source>
        <translation>图像和标签是否弄反了？</translation>
    </message>
    <message>
        <source>expects labels [N], got %1</source>
        <translation>应为标签 [N]，现为 %1</translation>
    </message>
    <message>
        <source>there are %1 labels for the %2 images in %3</source>
        <translation>%3 中有 %2 幅图像，标签却有 %1 个</translation>
    </message>
    <message>
        <source>Do both files belong together?</source>
        <translation>这两个文件是一对吗？</translation>
    </message>
    <message>
        <source>cannot read the folder: %1</source>
        <translation>无法读取文件夹：%1</translation>
    </message>
    <message>
        <source>must be 1 or 3, got %1</source>
        <translation>必须为 1 或 3，现为 %1</translation>
    </message>
    <message>
        <source>Each folder is a class; rename or remove it.</source>
        <translation>每个文件夹是一个类别；请将它改名或移除。</translation>
    </message>
    <message>
        <source>holds no PNG, JPEG or WebP images</source>
        <translation>里面没有 PNG、JPEG 或 WebP 图像</translation>
    </message>
    <message>
        <source>Each folder is a class; remove it if it is none.</source>
        <translation>每个文件夹是一个类别；如果它不是，请移除。</translation>
    </message>
    <message>
        <source>holds no folders with images</source>
        <translation>里面没有含图像的文件夹</translation>
    </message>
    <message>
        <source>Put the images of each class into a folder of its name.</source>
        <translation>请把每个类别的图像放进以该类别命名的文件夹。</translation>
    </message>
    <message>
        <source>holds %1 samples, but %2 holds %3</source>
        <translation>有 %1 个样本，但 %2 有 %3 个</translation>
    </message>
    <message>
        <source>at least one file is needed</source>
        <translation>至少需要一个文件</translation>
    </message>
    <message>
        <source>expects up to 7 sizes with at most 2^30 elements, got %1</source>
        <translation>最多 7 个大小、总计至多 2^30 个元素，现为 %1</translation>
    </message>
    <message>
        <source>SentencePiece needs a model file or the size of a vocabulary to learn</source>
        <translation>SentencePiece 需要一个模型文件，或要学习的词表大小</translation>
    </message>
    <message>
        <source>Set model or vocabulary_size.</source>
        <translation>请设置 model 或 vocabulary_size。</translation>
    </message>
    <message>
        <source>the shares leave nothing to train on</source>
        <translation>这些比例没有给训练留下数据</translation>
    </message>
    <message>
        <source>Their sum must be below 1.</source>
        <translation>它们之和必须小于 1。</translation>
    </message>
    <message>
        <source>the text (part &quot;%1&quot;) has %2 tokens; one sample takes %3</source>
        <translation>文字（“%1”部分）有 %2 个词元；一个样本需要 %3 个</translation>
    </message>
    <message>
        <source>Give more text or make the context shorter.</source>
        <translation>请提供更多文字，或缩短上下文。</translation>
    </message>
    <message>
        <source>the text holds no tokens</source>
        <translation>文字里没有词元</translation>
    </message>
    <message>
        <source>the share to split off must be between 0 and 1, got %1</source>
        <translation>划分比例必须在 0 和 1 之间，现为 %1</translation>
    </message>
    <message>
        <source>there are too few samples to split some off: %1</source>
        <translation>样本太少，无法划分：%1</translation>
    </message>
    <message>
        <source>more than 4 thousand million samples cannot be split</source>
        <translation>超过 40 亿个样本，无法划分</translation>
    </message>
    <message>
        <source>Name a validation file.</source>
        <translation>请指定一个验证文件。</translation>
    </message>
    <message>
        <source>what was learnt from the training data holds no valid tokenizer</source>
        <translation>从训练数据得到的信息里没有有效的分词器</translation>
    </message>
    <message>
        <source>there is no transform &quot;%1&quot;</source>
        <translation>没有名为“%1”的变换</translation>
    </message>
    <message>
        <source>See `deepseek list transforms`.</source>
        <translation>见 `deepseek list transforms`。</translation>
    </message>
    <message>
        <source>the data have no field &quot;%1&quot;</source>
        <translation>数据中没有字段“%1”</translation>
    </message>
    <message>
        <source>They have %1.</source>
        <translation>有 %1。</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is %2, but it works on %3</source>
        <translation>字段“%1”为 %2，而它处理的是 %3</translation>
    </message>
    <message>
        <source>no input is of the kind that it works on: %1</source>
        <translation>没有一个输入属于它处理的种类：%1</translation>
    </message>
    <message>
        <source>The data have %1.</source>
        <translation>数据有 %1。</translation>
    </message>
    <message>
        <source>expects %1, got %2</source>
        <translation>应为 %1，现为 %2</translation>
    </message>
    <message>
        <source>a crop of %1 x %2 does not fit into pictures of %3 x %4</source>
        <translation>裁剪尺寸 %1 x %2 超出了 %3 x %4 的图像</translation>
    </message>
    <message>
        <source>Make it smaller, or put a resize or pad before it.</source>
        <translation>请缩小它，或在前面加上缩放或填充。</translation>
    </message>
    <message>
        <source>is above max, %1</source>
        <translation>大于最大值 %1</translation>
    </message>
    <message>
        <source>expects one number, or the least and the most, got %1</source>
        <translation>应为一个数，或最小值和最大值，现为 %1</translation>
    </message>
    <message>
        <source>expects one number, or one above and below and one at the sides, got %1</source>
        <translation>应为一个数，或上下一个、左右一个，现为 %1</translation>
    </message>
    <message>
        <source>expects one number, or one down and one to the side, got %1</source>
        <translation>应为一个数，或纵向一个、横向一个，现为 %1</translation>
    </message>
    <message>
        <source>expects the least and the most, got %1</source>
        <translation>应为最小值和最大值，现为 %1</translation>
    </message>
    <message>
        <source>a crop of %1 x %2 does not fit into pictures of %3 x %4 with padding %5</source>
        <translation>裁剪尺寸 %1 x %2 超出了 %3 x %4、填充 %5 的图像</translation>
    </message>
    <message>
        <source>Make it smaller, or the padding larger.</source>
        <translation>请缩小它，或加大填充。</translation>
    </message>
    <message>
        <source>expects pictures with three channels, got %1</source>
        <translation>应为三通道图像，现为 %1</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>expects the least and the most, above 0, got %1</source>
        <translation>应为大于 0 的最小值和最大值，现为 %1</translation>
    </message>
    <message>
        <source>what was learnt from the training data does not fit %1</source>
        <translation>从训练数据得到的信息与 %1 不符</translation>
    </message>
    <message>
        <source>the vocabulary of &quot;%1&quot; has no token &quot;%2&quot;</source>
        <translation>“%1”的词表中没有词元“%2”</translation>
    </message>
    <message>
        <source>It has %1 tokens.</source>
        <translation>它有 %1 个词元。</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Is the disk full?</source>
        <translation>磁盘满了吗？</translation>
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
        <source>The loss</source>
        <translation>损失函数</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>the project has no file yet</source>
        <translation>项目还没有文件</translation>
    </message>
    <message>
        <source>Choose one with Save as.</source>
        <translation>请用“另存为”选择一个。</translation>
    </message>
    <message>
        <source>parts of the file could not be read and would be lost</source>
        <translation>文件的部分内容无法读取，保存会丢失它们</translation>
    </message>
    <message>
        <source>Save under another name, or say so.</source>
        <translation>请另存为别的名字，或明确确认。</translation>
    </message>
    <message>
        <source>is a folder, not a project file</source>
        <translation>是文件夹，不是项目文件</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>is larger than 64 MiB, which no project file is</source>
        <translation>大于 64 MiB，不可能是项目文件</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>there is no setting of this name</source>
        <translation>没有这个名称的设置</translation>
    </message>
    <message>
        <source>Settings are written as section.name, for instance training.epochs.</source>
        <translation>设置写作 部分.名称，例如 training.epochs。</translation>
    </message>
    <message>
        <source>there is no transform of this number; there are %1</source>
        <translation>没有这个编号的变换；共有 %1 个</translation>
    </message>
    <message>
        <source>Write transforms.NUMBER.ATTRIBUTE, counted from 1.</source>
        <translation>请写 transforms.编号.属性，编号从 1 开始。</translation>
    </message>
    <message>
        <source>there is no layer &quot;%1&quot;</source>
        <translation>没有层“%1”</translation>
    </message>
    <message>
        <source>Write model.LAYER.ATTRIBUTE.</source>
        <translation>请写 model.层.属性。</translation>
    </message>
    <message>
        <source>there is no section &quot;%1&quot;</source>
        <translation>没有“%1”部分</translation>
    </message>
    <message>
        <source>Sections are train, validation, test, transforms, model, loss, optimizer, schedule and training.</source>
        <translation>可用的部分有 train、validation、test、transforms、model、loss、optimizer、schedule 和 training。</translation>
    </message>
    <message>
        <source>expects an object in braces</source>
        <translation>应为花括号中的对象</translation>
    </message>
    <message>
        <source>this is not a project file: &quot;format&quot; must be &quot;deepseek-workbench&quot;</source>
        <translation>这不是项目文件：&quot;format&quot; 必须是 &quot;deepseek-workbench&quot;</translation>
    </message>
    <message>
        <source>&quot;version&quot; must be a whole number</source>
        <translation>&quot;version&quot; 必须是整数</translation>
    </message>
    <message>
        <source>the file has version %1, this program knows up to %2</source>
        <translation>文件版本为 %1，本程序最高支持 %2</translation>
    </message>
    <message>
        <source>Use a newer DeepSeek Workbench.</source>
        <translation>请使用更新的 DeepSeek Workbench。</translation>
    </message>
    <message>
        <source>there is no field of this name</source>
        <translation>没有这个名称的字段</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>expects an object in braces, got %1</source>
        <translation>应为花括号中的对象，现为 %1</translation>
    </message>
    <message>
        <source>expects text, got %1</source>
        <translation>应为文字，现为 %1</translation>
    </message>
    <message>
        <source>expects true or false, got %1</source>
        <translation>应为 true 或 false，现为 %1</translation>
    </message>
    <message>
        <source>composites are nested deeper than %1</source>
        <translation>复合层嵌套超过 %1 级</translation>
    </message>
    <message>
        <source>expects a list, got %1</source>
        <translation>应为列表，现为 %1</translation>
    </message>
    <message>
        <source>each layer is an object in braces, got %1</source>
        <translation>每个层应为花括号中的对象，现为 %1</translation>
    </message>
    <message>
        <source>expects two numbers, x and y</source>
        <translation>应为两个数 x 和 y</translation>
    </message>
    <message>
        <source>only a Composite has a model of its own</source>
        <translation>只有 Composite 才有自己的模型</translation>
    </message>
    <message>
        <source>each note is an object in braces, got %1</source>
        <translation>每条注释应为花括号中的对象，现为 %1</translation>
    </message>
    <message>
        <source>expects four numbers: x, y, width, height</source>
        <translation>应为四个数：x、y、宽、高</translation>
    </message>
    <message>
        <source>a wire is a list of two names (or more, for a chain), such as [&quot;conv1&quot;, &quot;relu1&quot;]; got %1</source>
        <translation>连线是两个名称的列表（成链时可更多），例如 [&quot;conv1&quot;, &quot;relu1&quot;]；现为 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must end with the number of a port, as in &quot;lstm1:1&quot;</source>
        <translation>“%1”必须以端口编号结尾，如 &quot;lstm1:1&quot;</translation>
    </message>
    <message>
        <source>a layer&apos;s name must not be empty nor hold / : . &quot; or spaces</source>
        <translation>层的名称不能为空，也不能包含 / : . &quot; 或空格</translation>
    </message>
    <message>
        <source>there are two layers of this name</source>
        <translation>有两个层同名</translation>
    </message>
    <message>
        <source>Rename one.</source>
        <translation>请给其中一个改名。</translation>
    </message>
    <message>
        <source>a wire names the layer &quot;%1&quot;, which is not there</source>
        <translation>连线提到的层“%1”不存在</translation>
    </message>
    <message>
        <source>is part of a circle of wires</source>
        <translation>处于连线形成的环中</translation>
    </message>
    <message>
        <source>Remove one of the wires.</source>
        <translation>请去掉其中一条连线。</translation>
    </message>
    <message>
        <source>two wires end at port %1</source>
        <translation>有两条连线接到端口 %1</translation>
    </message>
    <message>
        <source>Remove one, or join them with an Add or Concat layer.</source>
        <translation>请去掉一条，或用 Add 或 Concat 层合并它们。</translation>
    </message>
    <message>
        <source>there is no port %1 at &quot;%2&quot;</source>
        <translation>“%2”没有端口 %1</translation>
    </message>
    <message>
        <source>needs one wire</source>
        <translation>需要一条连线</translation>
    </message>
    <message>
        <source>there is no layer of this type</source>
        <translation>没有这种类型的层</translation>
    </message>
    <message>
        <source>See `deepseek list layers`.</source>
        <translation>见 `deepseek list layers`。</translation>
    </message>
    <message>
        <source>has %1 inputs, a wire ends at port %2</source>
        <translation>有 %1 个输入，却有连线接到端口 %2</translation>
    </message>
    <message>
        <source>nothing is wired to port %1, but to a later one</source>
        <translation>端口 %1 没有连线，后面的端口却有</translation>
    </message>
    <message>
        <source>Leave no port out.</source>
        <translation>请不要跳过端口。</translation>
    </message>
    <message>
        <source>nothing is wired to its input &quot;%1&quot;</source>
        <translation>输入“%1”没有连线</translation>
    </message>
    <message>
        <source>Draw a wire to it, or delete the layer.</source>
        <translation>请给它连线，或删除该层。</translation>
    </message>
    <message>
        <source>the data has no field &quot;%1&quot;</source>
        <translation>数据中没有字段“%1”</translation>
    </message>
    <message>
        <source>It has %1.</source>
        <translation>有 %1。</translation>
    </message>
    <message>
        <source>has no model inside</source>
        <translation>里面没有模型</translation>
    </message>
    <message>
        <source>a Composite has no attributes</source>
        <translation>Composite 没有属性</translation>
    </message>
    <message>
        <source>has %1 inputs, %2 are wired</source>
        <translation>有 %1 个输入，接了 %2 个</translation>
    </message>
    <message>
        <source>has no Output layer inside</source>
        <translation>里面没有 Output 层</translation>
    </message>
    <message>
        <source>there is no loss &quot;%1&quot;</source>
        <translation>没有名为“%1”的损失函数</translation>
    </message>
    <message>
        <source>See `deepseek list losses`.</source>
        <translation>见 `deepseek list losses`。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1: %2</source>
        <comment>place, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence with its full stop</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>there is no graph yet</source>
        <translation>还没有计算图</translation>
    </message>
    <message>
        <source>Mend the problems of the model first.</source>
        <translation>请先修正模型的问题。</translation>
    </message>
    <message>
        <source>oneDNN refused %1, status %2</source>
        <translation>oneDNN 拒绝了 %1，状态 %2</translation>
    </message>
    <message>
        <source>the index %1 is outside of a dimension of size %2</source>
        <translation>索引 %1 超出了大小为 %2 的维度</translation>
    </message>
    <message>
        <source>Indices count from 0; look for wrong values in the data.</source>
        <translation>索引从 0 数起；请查找数据中的错误值。</translation>
    </message>
    <message>
        <source>has become %1 but %2 is kept</source>
        <translation>现在是 %1，而保存的是 %2</translation>
    </message>
    <message>
        <source>Start a new run, or undo the change of the layer.</source>
        <translation>请开始新的运行，或撤销对该层的修改。</translation>
    </message>
    <message>
        <source>there is no parameter or state of this name</source>
        <translation>没有这个名称的参数或状态</translation>
    </message>
    <message>
        <source>is %1, got %2</source>
        <translation>应为 %1，现为 %2</translation>
    </message>
    <message>
        <source>takes at most %1 inputs, got %2</source>
        <translation>最多接受 %1 个输入，现有 %2 个</translation>
    </message>
    <message>
        <source>input &quot;%1&quot; is missing</source>
        <translation>缺少输入“%1”</translation>
    </message>
    <message>
        <source>the result would be %1, which no memory holds</source>
        <translation>结果将是 %1，没有内存放得下</translation>
    </message>
    <message>
        <source>the graph does not end with }</source>
        <translation>计算图没有以 } 结尾</translation>
    </message>
    <message>
        <source>%%1 is not defined above</source>
        <translation>%%1 在前面没有定义</translation>
    </message>
    <message>
        <source>%%1 is defined twice</source>
        <translation>%%1 定义了两次</translation>
    </message>
    <message>
        <source>there is no op &quot;%1&quot;</source>
        <translation>没有名为“%1”的算子</translation>
    </message>
    <message>
        <source>%1 has %2 outputs, not %3</source>
        <translation>%1 有 %2 个输出，不是 %3 个</translation>
    </message>
    <message>
        <source>%%1 is %2 but %3 gives %4</source>
        <translation>%%1 是 %2，但 %3 给出 %4</translation>
    </message>
    <message>
        <source>this device has no kernel for %1(%2) and it has no simpler form</source>
        <translation>该设备没有 %1(%2) 的内核，也没有更简单的形式</translation>
    </message>
    <message>
        <source>Use --device reference or another layer.</source>
        <translation>请使用 --device reference 或换一个层。</translation>
    </message>
    <message>
        <source>the graph has no output &quot;%1&quot; to differentiate</source>
        <translation>计算图没有可求导的输出“%1”</translation>
    </message>
    <message>
        <source>the loss must be one number, got %1</source>
        <translation>损失必须是一个数，现为 %1</translation>
    </message>
    <message>
        <source>Reduce it with mean or sum.</source>
        <translation>请用平均或求和把它归约。</translation>
    </message>
    <message>
        <source>there is no layer or input &quot;%1&quot; to watch</source>
        <translation>没有可观察的层或输入“%1”</translation>
    </message>
    <message>
        <source>the memory layout &quot;%1&quot; does not fit a tensor of %2 dimensions</source>
        <translation>内存布局“%1”不适用于 %2 维张量</translation>
    </message>
    <message>
        <source>out of memory: %1 MiB could not be had</source>
        <translation>内存不足：无法得到 %1 MiB</translation>
    </message>
    <message>
        <source>Make the batch smaller or close other programs.</source>
        <translation>请减小批大小，或关闭其他程序。</translation>
    </message>
    <message>
        <source>what a step computes needs at least %1 (with parts of it computed twice, about %2 % slower), but the budget leaves %3</source>
        <translation>一步的计算至少需要 %1（其中一部分计算两次，约慢 %2 %），而预算只余 %3</translation>
    </message>
    <message>
        <source>Allow more memory or make the batch smaller.</source>
        <translation>请放宽内存预算，或减小批大小。</translation>
    </message>
    <message>
        <source>Let a pass write the stages.</source>
        <translation>请由优化遍来写各个阶段。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no elementwise op</source>
        <translation>“%1”不是逐元素算子</translation>
    </message>
    <message>
        <source>there is no operand %1 before it</source>
        <translation>在它之前没有操作数 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no attribute of %2</source>
        <translation>“%1”不是 %2 的属性</translation>
    </message>
    <message>
        <source>%1 takes %2 operands</source>
        <translation>%1 需要 %2 个操作数</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The boxes of a model.</source>
        <translation>模型中的方框。</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How far a prediction is from the right answer, as one number to make small.</source>
        <translation>预测与正确答案的差距，用一个要尽量减小的数表示。</translation>
    </message>
    <message>
        <source>Optimisers</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How a gradient becomes a change of the parameters.</source>
        <translation>梯度如何变成对参数的更新。</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>How the learning rate changes over training.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is measured on validation and test data.</source>
        <translation>在验证和测试数据上测量的内容。</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Where samples come from.</source>
        <translation>样本从哪里来。</translation>
    </message>
    <message>
        <source>Initialisers</source>
        <translation>初始化方式</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化方式</translation>
    </message>
    <message>
        <source>First values of parameters.</source>
        <translation>参数的初始值。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>What a layer consists of; seen in the graph that runs.</source>
        <translation>组成层的运算；可在实际运行的图中看到。</translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>可省略</translation>
    </message>
    <message>
        <source>one or more</source>
        <translation>一个或多个</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数列表</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
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
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>default empty</source>
        <translation>默认为空</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>One of: </source>
        <translation>可选值：</translation>
    </message>
    <message>
        <source>Example in a project file</source>
        <translation>项目文件中的示例</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Everything that a model, its data and its training are made of.</source>
        <translation>构成模型、数据与训练的一切。</translation>
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
        <source>Measured beside it</source>
        <translation>同时测量的指标</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>What happens to samples on their way to the model: random ones to training data only, others to all.</source>
        <translation>样本送入模型途中的处理：随机变换只用于训练数据，其他变换用于所有数据。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What the Inspector looks for while a model learns.</source>
        <translation>模型学习时检查器所查找的问题。</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>对策</translation>
    </message>
    <message>
        <source>What it proposes against what it has found.</source>
        <translation>针对所发现的问题提出的对策。</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>可能有用的办法</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>解释方法</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释方法</translation>
    </message>
    <message>
        <source>Ways to tell what counts for a single prediction.</source>
        <translation>说明单个预测由什么决定的方法。</translation>
    </message>
</context>
<context>
    <name>Inspect</name>
    <message>
        <source>Size of results</source>
        <translation>输出的大小</translation>
    </message>
    <message>
        <source>Zeros in results</source>
        <translation>输出中的零</translation>
    </message>
    <message>
        <source>Size of gradients</source>
        <translation>梯度的大小</translation>
    </message>
    <message>
        <source>Size of weights</source>
        <translation>权重的大小</translation>
    </message>
    <message>
        <source>Gradients of weights</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <source>Update ÷ weights</source>
        <translation>更新 ÷ 权重</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight gradients</source>
        <translation>权重梯度</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>there is no rule &quot;%1&quot;</source>
        <translation>没有规则“%1”</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可选：%1。</translation>
    </message>
    <message>
        <source>%1 % of the units of %2 give nothing, whatever the input.</source>
        <translation>%2 中 %1% 的单元无论输入什么都输出 0。</translation>
    </message>
    <message>
        <source>The norm of the gradients grew from %1 to %2 and the loss did not fall.</source>
        <translation>梯度范数从 %1 增至 %2，而损失没有下降。</translation>
    </message>
    <message>
        <source>After %1 updates the loss is %2; it began at %3.</source>
        <translation>更新 %1 次后损失为 %2，开始时为 %3。</translation>
    </message>
    <message>
        <source>The parameter %1 is not finite before update %2.</source>
        <translation>第 %2 次更新之前，参数 %1 已不是有限数。</translation>
    </message>
    <message>
        <source>The first number that is not finite comes out of %1 (%2) in update %3.</source>
        <translation>第 %3 次更新中，第一个非有限数出自 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 of %2 numbers in %3 (%4) are not finite.</source>
        <translation>%3（%4）的 %2 个数中有 %1 个不是有限数。</translation>
    </message>
    <message>
        <source>%1 is saturated: its mean slope is %2 % of the steepest.</source>
        <translation>%1 已饱和：平均斜率仅为最大斜率的 %2%。</translation>
    </message>
    <message>
        <source>%1 does not change: an update is %2, its size %3.</source>
        <translation>%1 没有变化：一次更新为 %2，其大小为 %3。</translation>
    </message>
    <message>
        <source>Each update changes %1 by %2 % of its size.</source>
        <translation>每次更新使 %1 改变其大小的 %2%。</translation>
    </message>
    <message>
        <source>The gradient of %1 is %2, that of %3 is %4: what the first layers should learn does not reach them.</source>
        <translation>%1 的梯度为 %2，%3 的梯度为 %4：前几层得不到应学的信息。</translation>
    </message>
    <message>
        <source>The results of %1 were %2 and are %3 now.</source>
        <translation>%1 的输出原来是 %2，现在是 %3。</translation>
    </message>
    <message>
        <source>Class %1 comes %2 times where class %3 comes %4 times.</source>
        <translation>类别 %1 出现 %2 次，而类别 %3 只出现 %4 次。</translation>
    </message>
    <message>
        <source>%1 % of the time steps wait for their data.</source>
        <translation>步骤有 %1 % 的时间在等待数据。</translation>
    </message>
    <message>
        <source>Weight decay is %1 % of what moves the weights.</source>
        <translation>推动权重的因素中，权重衰减占 %1 %。</translation>
    </message>
    <message>
        <source>%1 is frozen with the weights it began with.</source>
        <translation>%1 在初始权重上就被冻结了。</translation>
    </message>
    <message>
        <source>The model is sure that %1 % of the labels in the validation data are wrong.</source>
        <translation>模型确信验证数据中有 %1 % 的标签是错的。</translation>
    </message>
    <message>
        <source>The run needs %1 MiB; the machine has %2 MiB.</source>
        <translation>本次运行需要 %1 MiB，而机器只有 %2 MiB。</translation>
    </message>
    <message>
        <source>From one update to the next the loss changes by %1; it is about %2.</source>
        <translation>相邻两次更新之间损失变化 %1，而损失约为 %2。</translation>
    </message>
    <message>
        <source>On validation data the loss was %1 in update %2 and is %3 now; on training data it is %4.</source>
        <translation>验证数据上的损失在第 %2 次更新时为 %1，现在为 %3；训练数据上为 %4。</translation>
    </message>
    <message>
        <source>On validation data the loss is %1, on training data it is %2.</source>
        <translation>验证数据上的损失为 %1，训练数据上为 %2。</translation>
    </message>
    <message>
        <source>The loss fell from %1 to %2 and has been at %3 for the last %4 updates.</source>
        <translation>损失从 %1 降到 %2，最近 %4 次更新一直停在 %3。</translation>
    </message>
    <message>
        <source>All weights of %1 begin as %2, so that its units learn the same.</source>
        <translation>%1 的所有权重初始都是 %2，各单元学到的东西完全一样。</translation>
    </message>
    <message>
        <source>In the first step the results of %1 are %2; about 1 is usual.</source>
        <translation>第一步中 %1 的输出为 %2；通常约为 1。</translation>
    </message>
    <message>
        <source>The first loss is %1; a model that knows nothing would have about %2.</source>
        <translation>最初的损失为 %1；一无所知的模型大约是 %2。</translation>
    </message>
    <message>
        <source>An update changes weights by %1 of their size, and the loss has come from %2 to %3 only.</source>
        <translation>每次更新只改变权重自身大小的 %1，损失仅从 %2 变到 %3。</translation>
    </message>
    <message>
        <source>%1 of %2 steps take more than %3 times the usual %4 ms; that is %5 % of the time.</source>
        <translation>%2 步中有 %1 步超过常见的 %4 ms 的 %3 倍，占总时间的 %5 %。</translation>
    </message>
    <message>
        <source>%1 threads compute and %2 read data; there are %3 processors.</source>
        <translation>%1 个线程在计算，%2 个线程在读取数据；处理器共有 %3 个。</translation>
    </message>
    <message>
        <source>The same batches have a loss of %1 in training and of %2 in evaluation.</source>
        <translation>同样的批次，训练时损失为 %1，评估时为 %2。</translation>
    </message>
    <message>
        <source>At the end the loss is %1 on training data; guessing by frequency gives %2.</source>
        <translation>训练结束时训练数据上的损失为 %1；按频率猜测为 %2。</translation>
    </message>
    <message>
        <source>%1 has the mean %2 and the standard deviation %3; layers expect about 0 and 1.</source>
        <translation>%1 的均值为 %2，标准差为 %3；各层期望约为 0 和 1。</translation>
    </message>
    <message>
        <source>A batch has only %1 % of the classes that it would have by chance: samples come in order.</source>
        <translation>一个批次中的类别只有随机情况下的 %1 %：样本是按顺序来的。</translation>
    </message>
    <message>
        <source>%1 takes the numbers of the %2 classes in %3 for quantities.</source>
        <translation>%1 把 %3 中 %2 个类别的编号当成了数量。</translation>
    </message>
    <message>
        <source>%1 expects targets from 0 to 1, those in %2 go from %3 to %4.</source>
        <translation>%1 期望目标在 0 到 1 之间，而 %2 中的目标从 %3 到 %4。</translation>
    </message>
    <message>
        <source>%1 expects counts, those in %2 go down to %3.</source>
        <translation>%1 期望计数值，而 %2 中的目标低至 %3。</translation>
    </message>
    <message>
        <source>%1 cannot give what is to be predicted: %2 goes from %3 to %4.</source>
        <translation>%1 给不出要预测的值：%2 的范围是 %3 到 %4。</translation>
    </message>
    <message>
        <source>Take the optimiser adam with a learning rate of 0.001</source>
        <translation>改用优化器 adam，学习率 0.001</translation>
    </message>
    <message>
        <source>Add some noise to %1 in training</source>
        <translation>训练时给 %1 加一点噪声</translation>
    </message>
    <message>
        <source>Let all classes count alike</source>
        <translation>让所有类别权重相当</translation>
    </message>
    <message>
        <source>Limit the norm of all gradients to 1</source>
        <translation>把全部梯度的范数限制为 1</translation>
    </message>
    <message>
        <source>Put a Dropout of 30 % before %1</source>
        <translation>在 %1 之前放一个 30 % 的 Dropout</translation>
    </message>
    <message>
        <source>%1 threads that read data</source>
        <translation>用 %1 个线程读取数据</translation>
    </message>
    <message>
        <source>Begin %1 layers with %2</source>
        <translation>%1 个层改用 %2 初始化</translation>
    </message>
    <message>
        <source>Take the loss %1</source>
        <translation>改用损失 %1</translation>
    </message>
    <message>
        <source>Put GroupNorm in the place of BatchNorm</source>
        <translation>用 GroupNorm 替换 BatchNorm</translation>
    </message>
    <message>
        <source>Take batches of %1</source>
        <translation>批次大小改为 %1</translation>
    </message>
    <message>
        <source>Put LeakyReLU in the place of ReLU</source>
        <translation>用 LeakyReLU 替换 ReLU</translation>
    </message>
    <message>
        <source>Weight decay %1 instead of %2</source>
        <translation>权重衰减由 %2 改为 %1</translation>
    </message>
    <message>
        <source>Drop at most 30 %</source>
        <translation>最多丢弃 30 %</translation>
    </message>
    <message>
        <source>Train %1 times as long</source>
        <translation>训练时间延长到 %1 倍</translation>
    </message>
    <message>
        <source>Learning rate %1 instead of %2</source>
        <translation>学习率由 %2 改为 %1</translation>
    </message>
    <message>
        <source>At most %1 MiB</source>
        <translation>最多 %1 MiB</translation>
    </message>
    <message>
        <source>Subtract %1 from %2 and divide it by %3</source>
        <translation>%2 减去 %1 再除以 %3</translation>
    </message>
    <message>
        <source>Put a %1 before %2</source>
        <translation>在 %2 之前放一个 %1</translation>
    </message>
    <message>
        <source>Put a %1 behind %2</source>
        <translation>在 %2 之后放一个 %1</translation>
    </message>
    <message>
        <source>Set the factor of %1 to 1</source>
        <translation>把 %1 的系数设为 1</translation>
    </message>
    <message>
        <source>Momentum 0.1 in %1 layers</source>
        <translation>%1 个层的动量改为 0.1</translation>
    </message>
    <message>
        <source>Put ReLU in the place of %1 activations</source>
        <translation>用 ReLU 替换 %1 个激活</translation>
    </message>
    <message>
        <source>Shuffle the training data</source>
        <translation>打乱训练数据</translation>
    </message>
    <message>
        <source>Spread 10 % of each label over all classes</source>
        <translation>把每个标签的 10 % 平摊到所有类别</translation>
    </message>
    <message>
        <source>Keep 10 % of the training data for validation</source>
        <translation>留出 10 % 的训练数据用于验证</translation>
    </message>
    <message>
        <source>Let the learning rate fall along a cosine to the end</source>
        <translation>让学习率沿余弦曲线一直降到结束</translation>
    </message>
    <message>
        <source>Let %1 learn</source>
        <translation>让 %1 参与学习</translation>
    </message>
    <message>
        <source>Let the learning rate rise for %1 steps</source>
        <translation>让学习率在 %1 步内逐渐升高</translation>
    </message>
    <message>
        <source>More units in %1 layers</source>
        <translation>增加 %1 个层的单元数</translation>
    </message>
    <message>
        <source>%1 drops %2 % of what it gets.</source>
        <translation>%1 丢弃了输入的 %2 %。</translation>
    </message>
    <message>
        <source>no training in the half &quot;%1&quot; is of this project and fault</source>
        <translation>“%1”这一半中没有这个项目和故障的训练</translation>
    </message>
    <message>
        <source>Take more seeds, or --half both.</source>
        <translation>请增加种子数，或使用 --half both。</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; is switched off: %2</source>
        <translation>规则“%1”已关闭：%2</translation>
    </message>
    <message>
        <source>everything is finite up to step %1</source>
        <translation>直到第 %1 步一切都是有限数</translation>
    </message>
    <message>
        <source>The devices spend %1 % of their time with nothing but sending numbers to each other.</source>
        <translation>各设备有 %1 % 的时间只是在互相传数据。</translation>
    </message>
    <message>
        <source>%1 % of the validation samples are among the training samples, too.</source>
        <translation>%1 % 的验证样本也在训练样本之中。</translation>
    </message>
    <message>
        <source>In the batch of update %2, the field %1 holds numbers that are not finite.</source>
        <translation>在第 %2 次更新的批次中，字段 %1 含有非有限数。</translation>
    </message>
    <message>
        <source>The first number that is not finite is a gradient: it comes out of %1 (%2) in update %3.</source>
        <translation>第一个非有限数是梯度：出自第 %3 次更新中的 %1（%2）。</translation>
    </message>
    <message>
        <source>The first number that is not finite is made by the optimiser: it comes out of the update of %1 (%2) in update %3.</source>
        <translation>第一个非有限数由优化器产生：出自第 %3 次更新中对 %1 的更新（%2）。</translation>
    </message>
    <message>
        <source>Only %1 % of the time in which gradients are exchanged is used to compute others.</source>
        <translation>交换梯度的时间里只有 %1 % 同时用于计算其他梯度。</translation>
    </message>
    <message>
        <source>Device %1 takes up to %2 times as long for the same work as the middle one of its kind.</source>
        <translation>设备 %1 做同样的工作，用时最多是同类中位设备的 %2 倍。</translation>
    </message>
    <message>
        <source>Stage %1 of the pipeline computes %2 times as long as a stage does on average: the others wait.</source>
        <translation>流水线的第 %1 级计算时间是平均的 %2 倍：其他级在等它。</translation>
    </message>
    <message>
        <source>Grad-CAM needs a convolution whose result still has places; the model has none</source>
        <translation>Grad-CAM 需要一个结果仍带空间位置的卷积；模型中没有</translation>
    </message>
    <message>
        <source>Try integrated gradients or occlusion.</source>
        <translation>请试试积分梯度或遮挡。</translation>
    </message>
    <message>
        <source>the places of %1, %2, are not those of the input, %3</source>
        <translation>%1 的空间位置（%2）与输入的（%3）不一致</translation>
    </message>
    <message>
        <source>there is no question &quot;%1&quot;</source>
        <translation>没有名为“%1”的问题</translation>
    </message>
    <message>
        <source>the question &quot;%1&quot; lacks something: %2</source>
        <translation>问题“%1”缺少内容：%2</translation>
    </message>
    <message>
        <source>this can only be asked of a run</source>
        <translation>这只能就一次运行来询问</translation>
    </message>
    <message>
        <source>Train the project first.</source>
        <translation>请先训练该项目。</translation>
    </message>
    <message>
        <source>the step has no value %1</source>
        <translation>该步没有值 %1</translation>
    </message>
    <message>
        <source>the step did not come so far</source>
        <translation>该步没有进行到那里</translation>
    </message>
    <message>
        <source>there are %1 samples</source>
        <translation>共有 %1 个样本</translation>
    </message>
    <message>
        <source>there is no explanation &quot;%1&quot;</source>
        <translation>没有名为“%1”的解释方法</translation>
    </message>
    <message>
        <source>the model has %1 outputs</source>
        <translation>模型有 %1 个输出</translation>
    </message>
    <message>
        <source>is no input of the model</source>
        <translation>不是模型的输入</translation>
    </message>
    <message>
        <source>never becomes floating-point numbers, which alone have gradients</source>
        <translation>始终不会变成浮点数，而只有浮点数才有梯度</translation>
    </message>
    <message>
        <source>What the project asks of the rules is passed over: %1</source>
        <translation>已忽略项目对规则的设置：%1</translation>
    </message>
    <message>
        <source>is neither RULE=off nor RULE.THRESHOLD=VALUE</source>
        <translation>既不是“规则=off”，也不是“规则.阈值=数值”</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; has no threshold &quot;%2&quot;</source>
        <translation>规则“%1”没有阈值“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>“%1”不是数</translation>
    </message>
    <message>
        <source>See what `deepseek embed RUN --list` tells.</source>
        <translation>参见 `deepseek embed RUN --list` 的输出。</translation>
    </message>
    <message>
        <source>there is no such layer</source>
        <translation>没有这样的层</translation>
    </message>
    <message>
        <source>gives no floating-point numbers for each sample</source>
        <translation>不为每个样本给出浮点数</translation>
    </message>
    <message>
        <source>there is no such parameter with rows</source>
        <translation>没有这样带有行的参数</translation>
    </message>
    <message>
        <source>a map needs 3 points at least, there are %1</source>
        <translation>映射图至少需要 3 个点，而现有 %1 个</translation>
    </message>
    <message>
        <source>a map has %1 points at most, there are %2</source>
        <translation>映射图最多有 %1 个点，而现有 %2 个</translation>
    </message>
    <message>
        <source>the points have no features</source>
        <translation>这些点没有特征</translation>
    </message>
    <message>
        <source>point %1 holds a number that is not finite</source>
        <translation>第 %1 个点含有非有限数</translation>
    </message>
    <message>
        <source>Find out where such numbers begin: make a step again.</source>
        <translation>请查明这类数从何处开始：重做一步。</translation>
    </message>
    <message>
        <source>all %1 points lie at the same place: nothing tells them apart</source>
        <translation>全部 %1 个点位于同一处：无法区分它们</translation>
    </message>
    <message>
        <source>Look at an earlier layer, or for a layer that is dead.</source>
        <translation>请查看更靠前的层，或查找已失活的层。</translation>
    </message>
    <message>
        <source>there is no projection &quot;%1&quot;</source>
        <translation>没有投影方法“%1”</translation>
    </message>
    <message>
        <source>Use pca or tsne.</source>
        <translation>请使用 pca 或 tsne。</translation>
    </message>
    <message>
        <source>is nothing that gives points</source>
        <translation>不能给出点</translation>
    </message>
    <message>
        <source>See `deepseek embed RUN --list`.</source>
        <translation>参见 `deepseek embed RUN --list`。</translation>
    </message>
    <message>
        <source>Set the precision to bf16</source>
        <translation>将精度设为 bf16</translation>
    </message>
    <message>
        <source>Apply %1 transforms of samples half as often</source>
        <translation>将 %1 个样本变换的应用频率减半</translation>
    </message>
    <message>
        <source>Put residual connections around %1 layers</source>
        <translation>为 %1 个层加上残差连接</translation>
    </message>
    <message>
        <source>Take batches of %1, %2 of them for one update</source>
        <translation>批大小取 %1，每 %2 个批更新一次</translation>
    </message>
</context>
<context>
    <name>LayerBox</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>无 %1</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>expects an input [N, C, ...], got %1</source>
        <translation>输入应为 [N, C, ...]，现为 %1</translation>
    </message>
    <message>
        <source>expects a mask [T, S], [N, T, S] or [N, H, T, S], got %1</source>
        <translation>掩码应为 [T, S]、[N, T, S] 或 [N, H, T, S]，现为 %1</translation>
    </message>
    <message>
        <source>query %1, key %2 and value %3 have to agree in batch size, key and value also in length</source>
        <translation>查询 %1、键 %2 和值 %3 的批大小必须一致，键和值的长度也必须一致</translation>
    </message>
    <message>
        <source>the width %1 of the query cannot be split into %2 heads</source>
        <translation>查询的宽度 %1 无法平分给 %2 个头</translation>
    </message>
    <message>
        <source>Use a divisor of the width.</source>
        <translation>请使用宽度的约数。</translation>
    </message>
    <message>
        <source>%1 heads cannot share %2 key heads evenly</source>
        <translation>%1 个头无法平分 %2 个键头</translation>
    </message>
    <message>
        <source>&quot;kv_heads&quot; must divide &quot;heads&quot;.</source>
        <translation>&quot;kv_heads&quot; 必须整除 &quot;heads&quot;。</translation>
    </message>
    <message>
        <source>rotary positions need heads of even width, got %1</source>
        <translation>旋转位置编码要求头的宽度为偶数，现为 %1</translation>
    </message>
    <message>
        <source>Use another number of heads.</source>
        <translation>请换一个头数。</translation>
    </message>
    <message>
        <source>learned positions need &quot;max_length&quot;</source>
        <translation>可学习的位置需要 &quot;max_length&quot;</translation>
    </message>
    <message>
        <source>Set it to the longest sequence that will come.</source>
        <translation>请设为将出现的最长序列的长度。</translation>
    </message>
    <message>
        <source>has learned %1 positions, got a sequence of %2</source>
        <translation>学习了 %1 个位置，序列长度却是 %2</translation>
    </message>
    <message>
        <source>Raise &quot;max_length&quot;, or use sinusoidal ones.</source>
        <translation>请增大 &quot;max_length&quot;，或改用正弦位置编码。</translation>
    </message>
    <message>
        <source>Insert an Embedding layer for numbers of words, or an Unsqueeze layer for numbers.</source>
        <translation>若是词的编号，请插入 Embedding 层；若是数值，请插入 Unsqueeze 层。</translation>
    </message>
    <message>
        <source>Insert a Reshape layer that leaves two dimensions beside the batch.</source>
        <translation>请插入 Reshape 层，使批以外留下两个维度。</translation>
    </message>
    <message>
        <source>expects a sequence [N, T, C], got %1</source>
        <translation>应为序列 [N, T, C]，现为 %1</translation>
    </message>
    <message>
        <source>expects an input [N, C, ...] with 1 to 3 spatial dimensions, got %1</source>
        <translation>输入应为含 1 到 3 个空间维度的 [N, C, ...]，现为 %1</translation>
    </message>
    <message>
        <source>Insert a Reshape layer, or leave this layer out.</source>
        <translation>请插入 Reshape 层，或去掉该层。</translation>
    </message>
    <message>
        <source>Insert a Reshape layer.</source>
        <translation>请插入 Reshape 层。</translation>
    </message>
    <message>
        <source>expects floating-point numbers, got %1</source>
        <translation>应为浮点数，现为 %1</translation>
    </message>
    <message>
        <source>Insert a Cast layer, or an Embedding layer for numbers of words.</source>
        <translation>请插入 Cast 层；若是词的编号，请插入 Embedding 层。</translation>
    </message>
    <message>
        <source>expects %1 that are whole numbers, got %2</source>
        <translation>%1 应为整数，现为 %2</translation>
    </message>
    <message>
        <source>Insert a Cast layer.</source>
        <translation>请插入 Cast 层。</translation>
    </message>
    <message>
        <source>expects lengths of the shape [%1], one for each example, got %2</source>
        <translation>长度的形状应为 [%1]，每个样本一个，现为 %2</translation>
    </message>
    <message>
        <source>the axis %1 is the batch, which stays as it is</source>
        <translation>轴 %1 是批，不能改变</translation>
    </message>
    <message>
        <source>Use another axis.</source>
        <translation>请使用别的轴。</translation>
    </message>
    <message>
        <source>the axis %1 is outside of an input of %2 dimensions</source>
        <translation>轴 %1 超出了 %2 维的输入</translation>
    </message>
    <message>
        <source>The batch is 0; negative ones count from the end.</source>
        <translation>批为 0；负数从末尾数起。</translation>
    </message>
    <message>
        <source>the axes %1 name a dimension twice</source>
        <translation>轴 %1 重复指定了同一维度</translation>
    </message>
    <message>
        <source>there is no dimension beside the batch</source>
        <translation>除批以外没有别的维度</translation>
    </message>
    <message>
        <source>Insert an Unsqueeze layer, or leave this layer out.</source>
        <translation>请插入 Unsqueeze 层，或去掉该层。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be one number or %2, got %3</source>
        <translation>“%1”必须是一个数或 %2 个数，现为 %3</translation>
    </message>
    <message>
        <source>expects a %1-D input %2, got %3</source>
        <translation>应为 %1 维输入 %2，现为 %3</translation>
    </message>
    <message>
        <source>Insert a Reshape layer that adds the channel.</source>
        <translation>请插入 Reshape 层来加上通道。</translation>
    </message>
    <message>
        <source>&quot;padding&quot; must be &quot;valid&quot;, &quot;same&quot; or one or %1 whole numbers, got &quot;%2&quot;</source>
        <translation>&quot;padding&quot; 必须是 &quot;valid&quot;、&quot;same&quot;，或一个或 %1 个整数，现为“%2”</translation>
    </message>
    <message>
        <source>&quot;groups&quot; is %1, which does not divide both the %2 input channels and the %3 filters</source>
        <translation>&quot;groups&quot; 为 %1，不能同时整除 %2 个输入通道和 %3 个滤波器</translation>
    </message>
    <message>
        <source>the window of %1 is larger than the padded input of %2 in %3</source>
        <translation>在 %3 中，大小为 %1 的窗口超过了填充后大小为 %2 的输入</translation>
    </message>
    <message>
        <source>Use a smaller kernel, padding &quot;same&quot;, or fewer pooling layers before.</source>
        <translation>请用更小的卷积核、填充 &quot;same&quot;，或减少前面的池化层。</translation>
    </message>
    <message>
        <source>expects a 2-D input [N, features], got %1</source>
        <translation>应为二维输入 [N, 特征]，现为 %1</translation>
    </message>
    <message>
        <source>expects a 2-D input, got %1</source>
        <translation>应为二维输入，现为 %1</translation>
    </message>
    <message>
        <source>Insert a Flatten layer.</source>
        <translation>请插入 Flatten 层。</translation>
    </message>
    <message>
        <source>expects whole numbers, got %1</source>
        <translation>应为整数，现为 %1</translation>
    </message>
    <message>
        <source>Insert a Cast layer, or a Dense layer for measured values.</source>
        <translation>请插入 Cast 层；若是测量值，请用 Dense 层。</translation>
    </message>
    <message>
        <source>expects nodes [nodes, C], got %1</source>
        <translation>应为节点 [节点数, C]，现为 %1</translation>
    </message>
    <message>
        <source>expects edges [2, E], got %1</source>
        <translation>应为边 [2, E]，现为 %1</translation>
    </message>
    <message>
        <source>The first row says where edges start, the second where they end.</source>
        <translation>第一行是边的起点，第二行是边的终点。</translation>
    </message>
    <message>
        <source>would have %1 of the shape %2</source>
        <translation>%1 的形状将是 %2</translation>
    </message>
    <message>
        <source>No memory holds that many numbers.</source>
        <translation>没有内存放得下这么多数。</translation>
    </message>
    <message>
        <source>Prediction and target must have one shape.</source>
        <translation>预测和目标的形状必须一致。</translation>
    </message>
    <message>
        <source>One number for each sample needs a last layer of one unit; for classes use cross_entropy.</source>
        <translation>每个样本一个数时，最后一层应为一个单元；分类请用 cross_entropy。</translation>
    </message>
    <message>
        <source>expects a target %1 like the prediction, got %2</source>
        <translation>目标应与预测同为 %1，现为 %2</translation>
    </message>
    <message>
        <source>expects class scores [N, C], got %1</source>
        <translation>应为类别得分 [N, C]，现为 %1</translation>
    </message>
    <message>
        <source>End the model with a Dense layer of one unit for each class.</source>
        <translation>请让模型以每个类别一个单元的 Dense 层结尾。</translation>
    </message>
    <message>
        <source>expects targets i64%1 for scores %2, got %3</source>
        <translation>得分 %2 需要目标 i64%1，现为 %3</translation>
    </message>
    <message>
        <source>Targets are class numbers, one for each row of scores.</source>
        <translation>目标是类别编号，每行得分一个。</translation>
    </message>
    <message>
        <source>expects vectors [N, C], got %1</source>
        <translation>应为向量 [N, C]，现为 %1</translation>
    </message>
    <message>
        <source>class_weights has %1 entries for %2 classes</source>
        <translation>class_weights 有 %1 项，而类别有 %2 个</translation>
    </message>
    <message>
        <source>expects a batch of scores, got one number</source>
        <translation>应为一批得分，现为一个数</translation>
    </message>
    <message>
        <source>alpha has %1 entries for %2 classes</source>
        <translation>alpha 有 %1 项，而类别有 %2 个</translation>
    </message>
    <message>
        <source>alpha has %1 entries, but with one score there is one</source>
        <translation>alpha 有 %1 项，但只有一个得分时应为一项</translation>
    </message>
    <message>
        <source>expects a prediction [N, 2 K], means and logarithms of variances, got %1</source>
        <translation>应为预测 [N, 2 K]，即均值和方差的对数，现为 %1</translation>
    </message>
    <message>
        <source>End the model with a Dense layer of two units for each target.</source>
        <translation>请让模型以每个目标两个单元的 Dense 层结尾。</translation>
    </message>
    <message>
        <source>expects scores [N, C, ...], got %1</source>
        <translation>应为得分 [N, C, ...]，现为 %1</translation>
    </message>
    <message>
        <source>needs more than one value for each channel in training, got %1</source>
        <translation>训练时每个通道需要不止一个值，现为 %1</translation>
    </message>
    <message>
        <source>Make the batch larger.</source>
        <translation>请增大批大小。</translation>
    </message>
    <message>
        <source>expects an input [N, ..., C], got %1</source>
        <translation>输入应为 [N, ..., C]，现为 %1</translation>
    </message>
    <message>
        <source>the input %1 has no features</source>
        <translation>输入 %1 没有特征</translation>
    </message>
    <message>
        <source>expects the numbers of graphs [%1], one for each node, got %2</source>
        <translation>应为图的编号 [%1]，每个节点一个，现为 %2</translation>
    </message>
    <message>
        <source>Use a Dropout layer.</source>
        <translation>请使用 Dropout 层。</translation>
    </message>
    <message>
        <source>expects a batch, got one number</source>
        <translation>应为一个批，现为一个数</translation>
    </message>
    <message>
        <source>expects an input [N, S, ...], got %1</source>
        <translation>输入应为 [N, S, ...]，现为 %1</translation>
    </message>
    <message>
        <source>expects indices [%1] or [%2, K], got %3</source>
        <translation>索引应为 [%1] 或 [%2, K]，现为 %3</translation>
    </message>
    <message>
        <source>expects inputs [N, rows, columns], got %1</source>
        <translation>输入应为 [N, 行, 列]，现为 %1</translation>
    </message>
    <message>
        <source>Use a Dense layer for learned weights.</source>
        <translation>可学习的权重请用 Dense 层。</translation>
    </message>
    <message>
        <source>the order %1 does not name each dimension of %2 but the batch once</source>
        <translation>顺序 %1 没有把 %2 除批以外的每个维度各写一次</translation>
    </message>
    <message>
        <source>They are counted from 1.</source>
        <translation>从 1 开始编号。</translation>
    </message>
    <message>
        <source>a tensor has at most %1 dimensions, got %2 and the batch</source>
        <translation>张量最多有 %1 个维度，现为 %2 再加上批</translation>
    </message>
    <message>
        <source>only one size may be -1, got %1</source>
        <translation>只能有一个大小为 -1，现为 %1</translation>
    </message>
    <message>
        <source>a sample of %1 has %2 numbers, which do not fill %3</source>
        <translation>%1 的一个样本有 %2 个数，填不满 %3</translation>
    </message>
    <message>
        <source>The shape is that of one sample, without the batch.</source>
        <translation>这里的形状是单个样本的，不含批。</translation>
    </message>
    <message>
        <source>the part from %1 to %2 does not lie in dimension %3 of %4</source>
        <translation>从 %1 到 %2 的部分不在 %4 的维度 %3 之内</translation>
    </message>
    <message>
        <source>dimension %1 of %2 has size %3, not 1</source>
        <translation>%2 的维度 %1 大小为 %3，不是 1</translation>
    </message>
    <message>
        <source>Use a Flatten or Reshape layer.</source>
        <translation>请使用 Flatten 或 Reshape 层。</translation>
    </message>
    <message>
        <source>a tensor has at most %1 dimensions, got %2</source>
        <translation>张量最多有 %1 个维度，现为 %2</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>The loss takes scores of any sign.</source>
        <translation>损失接受任意符号的分数。</translation>
    </message>
    <message>
        <source>In evaluation nothing is dropped and the variance is another. Put the dropout behind.</source>
        <translation>评估时不会丢弃任何值，方差会不同。请把 Dropout 放到后面。</translation>
    </message>
    <message>
        <source>Use batches of 8 or more, or a GroupNorm.</source>
        <translation>请使用 8 或更大的批次，或改用 GroupNorm。</translation>
    </message>
    <message>
        <source>Its parameters do nothing.</source>
        <translation>它的参数不起作用。</translation>
    </message>
    <message>
        <source>Turn off the bias</source>
        <translation>关闭偏置</translation>
    </message>
    <message>
        <source>Two in a row seldom help.</source>
        <translation>连用两个激活很少有好处。</translation>
    </message>
    <message>
        <source>Dropout belongs before the last layer with weights.</source>
        <translation>Dropout 应放在最后一个带权重的层之前。</translation>
    </message>
    <message>
        <source>0.1 to 0.5 are usual.</source>
        <translation>通常为 0.1 到 0.5。</translation>
    </message>
    <message>
        <source>Set the rate to 0.5</source>
        <translation>将比率设为 0.5</translation>
    </message>
    <message>
        <source>Most models diverge above 0.01.</source>
        <translation>高于 0.01 时多数模型会发散。</translation>
    </message>
    <message>
        <source>Set it to 0.001</source>
        <translation>设为 0.001</translation>
    </message>
    <message>
        <source>Without an activation the two are as good as one layer.</source>
        <translation>没有激活函数，这两层等同于一层。</translation>
    </message>
    <message>
        <source>Insert ReLU</source>
        <translation>插入 ReLU</translation>
    </message>
    <message>
        <source>Training gets slow and stays inaccurate.</source>
        <translation>训练会变慢且不准确。</translation>
    </message>
    <message>
        <source>Training gets slow and stays inaccurate. Predictions get their softmax by themselves.</source>
        <translation>训练会变慢且不准确。预测时会自动应用 softmax。</translation>
    </message>
    <message>
        <source>It is not run.</source>
        <translation>它不会运行。</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>%1 limits the scores that the loss gets.</source>
        <translation>%1 限制了损失得到的分数。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 learns its variance from what %2 thinned out.</source>
        <translation>%1 从被 %2 稀疏化的值中学习方差。</translation>
    </message>
    <message>
        <source>%1 takes its moments from batches of %2.</source>
        <translation>%1 在大小为 %2 的批次上统计矩。</translation>
    </message>
    <message>
        <source>%1 has a bias that %2 cancels.</source>
        <translation>%1 的偏置会被 %2 抵消。</translation>
    </message>
    <message>
        <source>%1 parameters do nothing.</source>
        <translation>%1 个参数不起作用。</translation>
    </message>
    <message>
        <source>%1 follows the activation %2.</source>
        <translation>%1 紧跟在激活 %2 之后。</translation>
    </message>
    <message>
        <source>%1 drops outputs of the model.</source>
        <translation>%1 丢弃了模型的输出。</translation>
    </message>
    <message>
        <source>%1 drops more than half.</source>
        <translation>%1 丢弃了一半以上。</translation>
    </message>
    <message>
        <source>A learning rate of %1 is high for %2.</source>
        <translation>学习率 %1 对 %2 来说偏高。</translation>
    </message>
    <message>
        <source>A learning rate of %1 hardly moves the weights.</source>
        <translation>学习率 %1 几乎不会改变权重。</translation>
    </message>
    <message>
        <source>Nothing bends between %1 and %2.</source>
        <translation>%1 与 %2 之间没有非线性。</translation>
    </message>
    <message>
        <source>%1 applies a sigmoid that the loss applies again.</source>
        <translation>%1 应用的 sigmoid 会被损失再次应用。</translation>
    </message>
    <message>
        <source>%1 applies a softmax that the loss applies again.</source>
        <translation>%1 应用的 softmax 会被损失再次应用。</translation>
    </message>
    <message>
        <source>Nothing reads %1.</source>
        <translation>没有任何层读取 %1。</translation>
    </message>
</context>
<context>
    <name>MapPoints</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其余全部</translation>
    </message>
    <message>
        <source>predicted %1 with %2</source>
        <translation>预测为 %1，概率 %2</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测为 %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
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
    <name>Ops</name>
    <message>
        <source>expects floating-point numbers, got %1</source>
        <translation>应为浮点数，现为 %1</translation>
    </message>
    <message>
        <source>Insert a cast.</source>
        <translation>请插入类型转换。</translation>
    </message>
    <message>
        <source>expects numbers, got %1</source>
        <translation>应为数，现为 %1</translation>
    </message>
    <message>
        <source>expects bool, got %1</source>
        <translation>应为 bool，现为 %1</translation>
    </message>
    <message>
        <source>Compare the numbers with something.</source>
        <translation>请先把数与某个值比较。</translation>
    </message>
    <message>
        <source>the inputs have different dtypes, %1 and %2</source>
        <translation>输入的类型不同：%1 和 %2</translation>
    </message>
    <message>
        <source>the shapes %1 and %2 cannot be broadcast together</source>
        <translation>形状 %1 和 %2 无法一起广播</translation>
    </message>
    <message>
        <source>Sizes must be equal or 1, counted from the last dimension.</source>
        <translation>从最后一个维度数起，大小必须相等或为 1。</translation>
    </message>
    <message>
        <source>axis %1 is outside of a tensor of %2 dimensions</source>
        <translation>轴 %1 超出了 %2 维的张量</translation>
    </message>
    <message>
        <source>the axes %1 name a dimension twice</source>
        <translation>轴 %1 重复指定了同一维度</translation>
    </message>
    <message>
        <source>a tensor has at most %1 dimensions, got %2</source>
        <translation>张量最多有 %1 个维度，现为 %2</translation>
    </message>
    <message>
        <source>a size must not be negative, got %1</source>
        <translation>大小不能为负，现为 %1</translation>
    </message>
    <message>
        <source>expects at least one dimension, got %1</source>
        <translation>至少需要一个维度，现为 %1</translation>
    </message>
    <message>
        <source>the segment ids must be %1, got %2</source>
        <translation>段编号必须是 %1，现为 %2</translation>
    </message>
    <message>
        <source>expects floating-point logits, got %1</source>
        <translation>logits 应为浮点数，现为 %1</translation>
    </message>
    <message>
        <source>expects logits [N, C, ...], got %1</source>
        <translation>logits 应为 [N, C, ...]，现为 %1</translation>
    </message>
    <message>
        <source>expects targets that are class numbers in i64, got %1</source>
        <translation>目标应为 i64 类别编号，现为 %1</translation>
    </message>
    <message>
        <source>the targets %1 have to be %2 for logits %3</source>
        <translation>对于 logits %3，目标 %1 必须是 %2</translation>
    </message>
    <message>
        <source>The classes are dimension 1.</source>
        <translation>类别在维度 1。</translation>
    </message>
    <message>
        <source>the weight %1 has to be %2, one for each class</source>
        <translation>权重 %1 必须是 %2，每个类别一个</translation>
    </message>
    <message>
        <source>the gradient %1 has to be %2</source>
        <translation>梯度 %1 必须是 %2</translation>
    </message>
    <message>
        <source>the lower bound %1 is above the upper bound %2</source>
        <translation>下界 %1 大于上界 %2</translation>
    </message>
    <message>
        <source>the input %1 and the gradient %2 must have one type</source>
        <translation>输入 %1 和梯度 %2 的类型必须一致</translation>
    </message>
    <message>
        <source>expects matrices, got %1</source>
        <translation>应为矩阵，现为 %1</translation>
    </message>
    <message>
        <source>Reshape it to have two dimensions.</source>
        <translation>请把它变形为两个维度。</translation>
    </message>
    <message>
        <source>the inner sizes differ: %1 columns of %2 against %3 rows of %4</source>
        <translation>内侧大小不同：%2 有 %1 列，%4 有 %3 行</translation>
    </message>
    <message>
        <source>the batch sizes of %1 and %2 cannot be broadcast together</source>
        <translation>%1 和 %2 的批大小无法一起广播</translation>
    </message>
    <message>
        <source>the result %1 and its gradient %2 must have one type</source>
        <translation>结果 %1 和它的梯度 %2 的类型必须一致</translation>
    </message>
    <message>
        <source>the condition must be bool, got %1</source>
        <translation>条件必须是 bool，现为 %1</translation>
    </message>
    <message>
        <source>the condition %1 cannot be broadcast to %2</source>
        <translation>条件 %1 无法广播到 %2</translation>
    </message>
    <message>
        <source>expects q, k and v as [N, heads, length, width], got %1</source>
        <translation>q、k 和 v 应为 [N, 头, 长度, 宽度]，现为 %1</translation>
    </message>
    <message>
        <source>Split the heads first.</source>
        <translation>请先拆分各个头。</translation>
    </message>
    <message>
        <source>q %1 and k %2 have to agree in batch size and width</source>
        <translation>q %1 和 k %2 的批大小和宽度必须一致</translation>
    </message>
    <message>
        <source>k %1 and v %2 have to agree in all but the width</source>
        <translation>k %1 和 v %2 除宽度外必须一致</translation>
    </message>
    <message>
        <source>%1 query heads cannot share %2 key heads evenly</source>
        <translation>%1 个查询头无法平分 %2 个键头</translation>
    </message>
    <message>
        <source>Use a multiple.</source>
        <translation>请使用其倍数。</translation>
    </message>
    <message>
        <source>the mask %1 has to be bool or %2</source>
        <translation>掩码 %1 必须是 bool 或 %2</translation>
    </message>
    <message>
        <source>the mask %1 cannot be broadcast to the scores %2</source>
        <translation>掩码 %1 无法广播到得分 %2</translation>
    </message>
    <message>
        <source>the lengths %1 have to be i64[%2], one for each example</source>
        <translation>长度 %1 必须是 i64[%2]，每个样本一个</translation>
    </message>
    <message>
        <source>the output and its gradient have to be %1, got %2</source>
        <translation>输出及其梯度必须是 %1，现为 %2</translation>
    </message>
    <message>
        <source>the bias %1 has to be [%2], one for each output channel</source>
        <translation>偏置 %1 必须是 [%2]，每个输出通道一个</translation>
    </message>
    <message>
        <source>the weight %1 has to have as many dimensions as the input %2</source>
        <translation>权重 %1 的维数必须与输入 %2 相同</translation>
    </message>
    <message>
        <source>It is [out, in / groups, kernel...].</source>
        <translation>应为 [输出, 输入 / 组数, 卷积核...]。</translation>
    </message>
    <message>
        <source>the input has %1 channels but the weight expects %2</source>
        <translation>输入有 %1 个通道，而权重需要 %2 个</translation>
    </message>
    <message>
        <source>Set groups or the weight&apos;s second size.</source>
        <translation>请设置组数或权重的第二个大小。</translation>
    </message>
    <message>
        <source>%1 output channels cannot be split into %2 groups</source>
        <translation>%1 个输出通道无法分成 %2 组</translation>
    </message>
    <message>
        <source>Use a multiple of groups.</source>
        <translation>请使用组数的倍数。</translation>
    </message>
    <message>
        <source>a convolution of %1 gives %2, but the gradient is %3</source>
        <translation>%1 的卷积给出 %2，而梯度是 %3</translation>
    </message>
    <message>
        <source>output_padding %1 is not smaller than the stride %2</source>
        <translation>output_padding %1 不小于步幅 %2</translation>
    </message>
    <message>
        <source>It picks one of the sizes that the stride leaves open.</source>
        <translation>它用来从步幅允许的几种大小中选定一种。</translation>
    </message>
    <message>
        <source>nothing is left of spatial dimension %1 after the padding is cut off</source>
        <translation>去掉填充后，空间维度 %1 什么也不剩</translation>
    </message>
    <message>
        <source>Use less padding.</source>
        <translation>请减小填充。</translation>
    </message>
    <message>
        <source>It is [in, out / groups, kernel...].</source>
        <translation>应为 [输入, 输出 / 组数, 卷积核...]。</translation>
    </message>
    <message>
        <source>Set the weight&apos;s first size.</source>
        <translation>请设置权重的第一个大小。</translation>
    </message>
    <message>
        <source>%1 input channels cannot be split into %2 groups</source>
        <translation>%1 个输入通道无法分成 %2 组</translation>
    </message>
    <message>
        <source>a convolution of %1 with a weight %2 gives %3, but the gradient is %4</source>
        <translation>%1 与权重 %2 的卷积给出 %3，而梯度是 %4</translation>
    </message>
    <message>
        <source>%1 channels cannot be split into %2 groups</source>
        <translation>%1 个通道无法分成 %2 组</translation>
    </message>
    <message>
        <source>Use a divisor of the number of channels.</source>
        <translation>请使用通道数的约数。</translation>
    </message>
    <message>
        <source>the input %1 has no channels</source>
        <translation>输入 %1 没有通道</translation>
    </message>
    <message>
        <source>expects rows and a matrix, got %1 and %2</source>
        <translation>应为行和一个矩阵，现为 %1 和 %2</translation>
    </message>
    <message>
        <source>the inner sizes differ: %1 against %2</source>
        <translation>内侧大小不同：%1 与 %2</translation>
    </message>
    <message>
        <source>the bias %1 has to be [%2]</source>
        <translation>偏置 %1 必须是 [%2]</translation>
    </message>
    <message>
        <source>expects an input [N, C, ...] of at least %1 dimensions, got %2</source>
        <translation>输入应为至少 %1 维的 [N, C, ...]，现为 %2</translation>
    </message>
    <message>
        <source>the %1 %2 has to be %3 for the input %4</source>
        <translation>对于输入 %4，%1 %2 必须是 %3</translation>
    </message>
    <message>
        <source>the gradient %1 has to be of the input&apos;s type %2</source>
        <translation>梯度 %1 的类型必须与输入的类型 %2 相同</translation>
    </message>
    <message>
        <source>pooling %1 gives %2, but the gradient is %3</source>
        <translation>对 %1 池化得到 %2，而梯度是 %3</translation>
    </message>
    <message>
        <source>some windows would see only padding in spatial dimension %1</source>
        <translation>在空间维度 %1 上，有些窗口只会看到填充</translation>
    </message>
    <message>
        <source>the input %1 has an empty spatial dimension</source>
        <translation>输入 %1 有空的空间维度</translation>
    </message>
    <message>
        <source>the values %1 have to be of the input&apos;s type %2</source>
        <translation>值 %1 的类型必须与输入的类型 %2 相同</translation>
    </message>
    <message>
        <source>expects an input [T, N, I], got %1</source>
        <translation>输入应为 [T, N, I]，现为 %1</translation>
    </message>
    <message>
        <source>the weight w_hh has to be [%1H, H], got %2</source>
        <translation>权重 w_hh 必须是 [%1H, H]，现为 %2</translation>
    </message>
    <message>
        <source>input %1 %2 has to be %3 for x %4 and %5 hidden units</source>
        <translation>对于 x %4 和 %5 个隐藏单元，输入 %1 %2 必须是 %3</translation>
    </message>
    <message>
        <source>input %1 %2 has to be %3</source>
        <translation>输入 %1 %2 必须是 %3</translation>
    </message>
    <message>
        <source>the kernel %1 has an empty dimension</source>
        <translation>卷积核 %1 有空的维度</translation>
    </message>
    <message>
        <source>%1 %2 has to have one entry per spatial dimension, that is %3</source>
        <translation>%1 %2 的每个空间维度须有一项，即 %3 项</translation>
    </message>
    <message>
        <source>expects %1 [N, C, spatial...] with 1 to 3 spatial dimensions, got %2</source>
        <translation>%1 应为含 1 到 3 个空间维度的 [N, C, 空间...]，现为 %2</translation>
    </message>
    <message>
        <source>the kernel spans %1 elements but the padded input has only %2 in spatial dimension %3</source>
        <translation>卷积核跨 %1 个元素，而填充后的输入在空间维度 %3 上只有 %2 个</translation>
    </message>
    <message>
        <source>Use a smaller kernel or more padding.</source>
        <translation>请用更小的卷积核或更多填充。</translation>
    </message>
    <message>
        <source>momentum needs the input &quot;velocity&quot;</source>
        <translation>动量需要输入 &quot;velocity&quot;</translation>
    </message>
    <message>
        <source>centered goes with the inputs &quot;velocity&quot; and &quot;gradient_average&quot;</source>
        <translation>centered 需要输入 &quot;velocity&quot; 和 &quot;gradient_average&quot;</translation>
    </message>
    <message>
        <source>the dtype must be floating, got %1</source>
        <translation>类型必须是浮点，现为 %1</translation>
    </message>
    <message>
        <source>there is no element to choose among in %1</source>
        <translation>%1 中没有可选的元素</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be joined along dimension %3</source>
        <translation>%1 和 %2 无法沿维度 %3 拼接</translation>
    </message>
    <message>
        <source>All other sizes and the dtypes must be equal.</source>
        <translation>其他大小和类型必须相同。</translation>
    </message>
    <message>
        <source>%1 values do not fill the shape %2</source>
        <translation>%1 个值填不满形状 %2</translation>
    </message>
    <message>
        <source>the table must be a matrix, got %1</source>
        <translation>表必须是矩阵，现为 %1</translation>
    </message>
    <message>
        <source>the ids must be whole numbers, got %1</source>
        <translation>编号必须是整数，现为 %1</translation>
    </message>
    <message>
        <source>%1 cannot be expanded to %2</source>
        <translation>%1 无法扩展为 %2</translation>
    </message>
    <message>
        <source>the indices must be whole numbers, got %1</source>
        <translation>索引必须是整数，现为 %1</translation>
    </message>
    <message>
        <source>the indices %1 must have the shape of %2 but for dimension %3</source>
        <translation>索引 %1 的形状除维度 %3 外必须与 %2 相同</translation>
    </message>
    <message>
        <source>before and after need one number for each dimension of %1</source>
        <translation>before 和 after 需为 %1 的每个维度各给一个数</translation>
    </message>
    <message>
        <source>only one size may be -1, got %1</source>
        <translation>只能有一个大小为 -1，现为 %1</translation>
    </message>
    <message>
        <source>the size -1 cannot be told beside a size 0, got %1</source>
        <translation>有大小为 0 时无法推出 -1，现为 %1</translation>
    </message>
    <message>
        <source>%1 has %2 elements, which do not fill the shape %3</source>
        <translation>%1 有 %2 个元素，填不满形状 %3</translation>
    </message>
    <message>
        <source>expects [N, C] and 1 to 3 spatial dimensions, got %1</source>
        <translation>应为 [N, C] 加 1 到 3 个空间维度，现为 %1</translation>
    </message>
    <message>
        <source>sizes needs one number for each spatial dimension of %1</source>
        <translation>sizes 需为 %1 的每个空间维度给一个数</translation>
    </message>
    <message>
        <source>there is nothing to sample in %1</source>
        <translation>%1 中没有可采样的内容</translation>
    </message>
    <message>
        <source>the updates must be %1, got %2</source>
        <translation>更新值必须是 %1，现为 %2</translation>
    </message>
    <message>
        <source>begin, end and step need one number for each dimension of %1</source>
        <translation>begin、end 和 step 需为 %1 的每个维度各给一个数</translation>
    </message>
    <message>
        <source>the range from %1 to %2 does not lie in dimension %3 of %4</source>
        <translation>从 %1 到 %2 的范围不在 %4 的维度 %3 之内</translation>
    </message>
    <message>
        <source>the sizes %1 do not add up to dimension %2 of %3</source>
        <translation>大小 %1 之和不等于 %3 的维度 %2</translation>
    </message>
    <message>
        <source>repeats needs one number for each dimension of %1</source>
        <translation>repeats 需为 %1 的每个维度给一个数</translation>
    </message>
    <message>
        <source>k is %1 but dimension %2 of %3 is smaller</source>
        <translation>k 为 %1，而 %3 的维度 %2 更小</translation>
    </message>
    <message>
        <source>the order %1 does not name each dimension of %2 once</source>
        <translation>顺序 %1 没有把 %2 的每个维度各写一次</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2%3, got %4</source>
        <translation>“%1”必须是 %2%3，现为 %4</translation>
    </message>
    <message>
        <source>the residual %1 has to be of the input&apos;s type %2</source>
        <translation>残差 %1 的类型必须与输入 %2 相同</translation>
    </message>
    <message>
        <source>the residual %1 has to be of the result&apos;s type %2</source>
        <translation>残差 %1 的类型必须与结果 %2 相同</translation>
    </message>
    <message>
        <source>there are no stages</source>
        <translation>没有任何阶段</translation>
    </message>
    <message>
        <source>Give at least one.</source>
        <translation>请至少给出一个。</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2 并列</translation>
    </message>
    <message>
        <source>Operands have the type of the result or are single numbers of its dtype.</source>
        <translation>操作数须与结果类型相同，或是同一数据类型的单个数。</translation>
    </message>
    <message>
        <source>the stage %1 gives %2, not %3</source>
        <translation>阶段 %1 得到 %2，而不是 %3</translation>
    </message>
    <message>
        <source>Each stage works on elements of the full size.</source>
        <translation>每个阶段都作用于完整大小的元素。</translation>
    </message>
    <message>
        <source>cannot subtract %1 from %2: the types differ</source>
        <translation>无法从 %2 中减去 %1：类型不同</translation>
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
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Panel: %1 (%2)</source>
        <translation>面板：%1（%2）</translation>
    </message>
    <message>
        <source>Reset the layout (%1)</source>
        <translation>重置布局（%1）</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
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
    <name>Records</name>
    <message>
        <source>a tensor cannot be named &quot;%1&quot;</source>
        <translation>张量不能命名为“%1”</translation>
    </message>
    <message>
        <source>two tensors are named &quot;%1&quot;</source>
        <translation>有两个张量名为“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a tensor and a group of tensors</source>
        <translation>“%1”既是张量又是张量组</translation>
    </message>
    <message>
        <source>the checkpoint has no valid list of tensors</source>
        <translation>检查点没有有效的张量列表</translation>
    </message>
    <message>
        <source>has the shape %1, but %2 is listed</source>
        <translation>形状为 %1，列表中却是 %2</translation>
    </message>
    <message>
        <source>does not match its checksum</source>
        <translation>与校验和不符</translation>
    </message>
    <message>
        <source>Go back to an earlier checkpoint.</source>
        <translation>请退回更早的检查点。</translation>
    </message>
    <message>
        <source>cannot open the file</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>cannot read the file</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>is an HDF5 file, but no checkpoint of this program</source>
        <translation>是 HDF5 文件，但不是本程序的检查点</translation>
    </message>
    <message>
        <source>is not a checkpoint</source>
        <translation>不是检查点</translation>
    </message>
    <message>
        <source>the checkpoint is cut off</source>
        <translation>检查点不完整</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: its first bytes do not match their checksum</source>
        <translation>检查点已损坏：开头的字节与校验和不符</translation>
    </message>
    <message>
        <source>the checkpoint has format %1, written by a newer version of this program; this one reads up to %2</source>
        <translation>检查点格式为 %1，由更新版本的程序写出；本版本最高可读 %2</translation>
    </message>
    <message>
        <source>Use the newer version.</source>
        <translation>请使用更新的版本。</translation>
    </message>
    <message>
        <source>the checkpoint is cut off: %1 of %2 bytes are there</source>
        <translation>检查点不完整：%2 字节中只有 %1 字节</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: its contents do not match their checksum</source>
        <translation>检查点已损坏：内容与校验和不符</translation>
    </message>
    <message>
        <source>the lock cannot be made: %1</source>
        <translation>无法建立锁：%1</translation>
    </message>
    <message>
        <source>another process is at work on it</source>
        <translation>另一个进程正在处理它</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <translation>请等它结束，或将其停止。</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot;</source>
        <translation>没有运行“%1”</translation>
    </message>
    <message>
        <source>there are no records of runs</source>
        <translation>没有运行记录</translation>
    </message>
    <message>
        <source>there is a run &quot;%1&quot; already</source>
        <translation>已有运行“%1”</translation>
    </message>
    <message>
        <source>is a database of another program</source>
        <translation>是另一个程序的数据库</translation>
    </message>
    <message>
        <source>Choose another file for the records of runs.</source>
        <translation>请为运行记录选择别的文件。</translation>
    </message>
    <message>
        <source>the records have format %1, written by a newer version of this program; this one reads up to %2</source>
        <translation>记录格式为 %1，由更新版本的程序写出；本版本最高可读 %2</translation>
    </message>
    <message>
        <source>Use the newer version. Nothing was changed.</source>
        <translation>请使用更新的版本。没有改动任何内容。</translation>
    </message>
    <message>
        <source>holds no records of runs</source>
        <translation>里面没有运行记录</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>请腾出磁盘空间。</translation>
    </message>
    <message>
        <source>Check that the disk has room and works.</source>
        <translation>请确认磁盘有剩余空间且工作正常。</translation>
    </message>
    <message>
        <source>Another program holds the database; try again.</source>
        <translation>数据库正被另一个程序占用；请重试。</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>请检查文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>Check that the folder exists and can be written to.</source>
        <translation>请确认文件夹存在且可写。</translation>
    </message>
    <message>
        <source>is not a database or is damaged (%1)</source>
        <translation>不是数据库，或已损坏（%1）</translation>
    </message>
    <message>
        <source>Move the file away; a new one is made.</source>
        <translation>请移走该文件；会新建一个。</translation>
    </message>
    <message>
        <source>the database answers: %1</source>
        <translation>数据库的回答：%1</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>无法创建文件夹：%1</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>Is the disk full?</source>
        <translation>磁盘是否已满？</translation>
    </message>
    <message>
        <source>the statistics of a tensor are damaged</source>
        <translation>张量的统计数据已损坏</translation>
    </message>
    <message>
        <source>the statistics of a tensor are of version %1, which is newer than this program</source>
        <translation>张量的统计数据为版本 %1，比本程序新</translation>
    </message>
    <message>
        <source>what the Inspector has recorded is damaged</source>
        <translation>检查器的记录已损坏</translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>&quot;valid&quot; (none), &quot;same&quot;, or cells on each side.</source>
        <translation>&quot;valid&quot;（不填充）、&quot;same&quot;，或每侧填充的格数。</translation>
    </message>
    <message>
        <source>&quot;valid&quot; (none), &quot;same&quot;, or cells on each side: &quot;1&quot; or &quot;1,2&quot;.</source>
        <translation>“valid”（不填充）、“same”，或每侧填充的格数：“1”或“1,2”。</translation>
    </message>
    <message>
        <source>-1, 0 or 1 by the sign of each element.</source>
        <translation>按各元素的符号取 -1、0 或 1。</translation>
    </message>
    <message>
        <source>0 before the first update</source>
        <translation>首次更新前为 0</translation>
    </message>
    <message>
        <source>1 / (1 + exp(-x)).</source>
        <translation>1 / (1 + exp(-x))。</translation>
    </message>
    <message>
        <source>1 / (1 + exp(-x)): to between 0 and 1.</source>
        <translation>1 / (1 + exp(-x))：映射到 0 到 1 之间。</translation>
    </message>
    <message>
        <source>1 / sqrt(x).</source>
        <translation>1 / sqrt(x)。</translation>
    </message>
    <message>
        <source>1 / x.</source>
        <translation>1 / x。</translation>
    </message>
    <message>
        <source>1 at the place that each number names along a new last dimension, else 0; a number out of range gives zeros.</source>
        <translation>新增最后一维，在各编号所指的位置为 1，其余为 0；编号越界时全为 0。</translation>
    </message>
    <message>
        <source>1 at the position that each index names along a new last dimension, else 0. An index out of range gives zeros.</source>
        <translation>在新的最后一维上，各索引所指的位置为 1，其余为 0。索引越界时全为 0。</translation>
    </message>
    <message>
        <source>1 minus the Dice overlap of each sample (Milletari et al., 2016), for small regions in images: scores [N, C, ...] of several classes against class numbers, or one score for each position against 0 and 1. Give it raw scores.</source>
        <translation>1 减去每个样本的 Dice 重叠度（Milletari et al., 2016），适合图像中的小区域：多类分数 [N, C, ...] 对类别编号，或每个位置一个分数对 0 和 1。输入应为原始分数。</translation>
    </message>
    <message>
        <source>1 minus the cosine of the angle between prediction and target along the last dimension: for embeddings.</source>
        <translation>1 减去预测与目标沿最后一维夹角的余弦：用于嵌入。</translation>
    </message>
    <message>
        <source>1 with the given probability, else 0, independently. Element i is number i of Philox(seed, stream, step).</source>
        <translation>按给定概率独立地取 1，否则取 0。第 i 个元素是 Philox(seed, stream, step) 的第 i 个数。</translation>
    </message>
    <message>
        <source>1: grey, 3: colour.</source>
        <translation>1：灰度，3：彩色。</translation>
    </message>
    <message>
        <source>1x1, 3x3 and 1x1 convolutions with batch norm around which the input is added (He et al., 2016): the block of ResNet-50 and larger, in the form v1.5, with the stride in the 3x3 convolution.</source>
        <translation>1x1、3x3、1x1 三个卷积加批归一化，再与输入相加（He et al., 2016）：ResNet-50 及更大网络的块，采用 v1.5 形式，步幅放在 3x3 卷积。</translation>
    </message>
    <message>
        <source>A SentencePiece model file; empty: one is trained.</source>
        <translation>SentencePiece 模型文件；为空则训练一个。</translation>
    </message>
    <message>
        <source>A field of the data; at the top of a model only.</source>
        <translation>数据的一个字段；只能放在模型的最外层。</translation>
    </message>
    <message>
        <source>A group: a model of its own in one box. Its Input and Output layers are its ports. Select layers and press Ctrl+G to make one; a double click opens it.</source>
        <translation>组：装在一个框里的独立模型。其中的 Input 层和 Output 层是它的端口。选中若干层后按 Ctrl+G 创建，双击打开。</translation>
    </message>
    <message>
        <source>A learned vector for each number of a vocabulary: words, characters, categories. A number outside of it ends the run.</source>
        <translation>为词表中的每个编号学习一个向量：词、字符、类别均可。编号超出词表会使运行终止。</translation>
    </message>
    <message>
        <source>A part along one dimension.</source>
        <translation>沿一个维度的一部分。</translation>
    </message>
    <message>
        <source>A result of the model. Inside of a group it is one of the group&apos;s outputs.</source>
        <translation>模型的输出结果。在组内则是该组的一个输出。</translation>
    </message>
    <message>
        <source>A small table of numbers.</source>
        <translation>一张小型数字表。</translation>
    </message>
    <message>
        <source>A table in a text file, one sample a row.</source>
        <translation>文本文件中的表格，每行一个样本。</translation>
    </message>
    <message>
        <source>A tensor of one value.</source>
        <translation>只有一个值的张量。</translation>
    </message>
    <message>
        <source>Absolute error with a rounded tip (Girshick, 2015): 0.5 d^2 / beta up to beta, then |d| - 0.5 beta; huber divided by beta.</source>
        <translation>尖端磨圆的绝对误差（Girshick, 2015）：beta 以内为 0.5 d^2 / beta，超出则为 |d| - 0.5 beta；即 huber 除以 beta。</translation>
    </message>
    <message>
        <source>Absolute value. The derivative at 0 is taken as 0.</source>
        <translation>绝对值。0 处的导数取 0。</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Adagrad as torch.optim.Adagrad documents it (Duchi et al., &quot;Adaptive Subgradient Methods&quot;): g = grad + weight_decay * param; sum += g^2; param -= lr / (1 + (step - 1) * lr_decay) * g / (sqrt(sum) + epsilon).</source>
        <translation>Adagrad，与 torch.optim.Adagrad 文档一致（Duchi et al., &quot;Adaptive Subgradient Methods&quot;）：g = grad + weight_decay * param; sum += g^2; param -= lr / (1 + (step - 1) * lr_decay) * g / (sqrt(sum) + epsilon)。</translation>
    </message>
    <message>
        <source>Adam as torch.optim.Adam documents it, AdamW if decoupled (Kingma &amp; Ba, &quot;Adam&quot;; Loshchilov &amp; Hutter, &quot;Decoupled Weight Decay Regularization&quot;): decoupled ? param *= 1 - lr * weight_decay : g = grad + weight_decay * param; m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; param -= lr / (1 - beta1^step) * m / (sqrt(v / (1 - beta2^step)) + epsilon).</source>
        <translation>Adam，与 torch.optim.Adam 的文档一致；decoupled 时为 AdamW（Kingma &amp; Ba，“Adam”；Loshchilov &amp; Hutter，“Decoupled Weight Decay Regularization”）：decoupled ? param *= 1 - lr * weight_decay : g = grad + weight_decay * param; m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; param -= lr / (1 - beta1^step) * m / (sqrt(v / (1 - beta2^step)) + epsilon)。</translation>
    </message>
    <message>
        <source>Adam with each parameter&apos;s step scaled to its norm, for very large batches (You et al., 2020).</source>
        <translation>Adam，并按各参数的范数缩放其更新量，适合超大批次（You et al., 2020）。</translation>
    </message>
    <message>
        <source>Adam with weight decay apart from the gradient (Loshchilov &amp; Hutter, 2019).</source>
        <translation>权重衰减与梯度分离的 Adam（Loshchilov &amp; Hutter, 2019）。</translation>
    </message>
    <message>
        <source>Added after.</source>
        <translation>缩放后再加上的数。</translation>
    </message>
    <message>
        <source>Added to both parts of the fraction, so that empty regions are no trouble.</source>
        <translation>加到分子和分母上，使空区域不出问题。</translation>
    </message>
    <message>
        <source>Added to the size at the end, one per spatial dimension; less than the stride; none: 0.</source>
        <translation>在末端增加的尺寸，每个空间维度一个；须小于步幅；不填为 0。</translation>
    </message>
    <message>
        <source>Added to the variance (or mean square), so that constant data does not divide by zero.</source>
        <translation>加到方差（或均方）上，避免数据恒定时除以零。</translation>
    </message>
    <message>
        <source>Added to the variance, so that constant data does not divide by zero.</source>
        <translation>加到方差上的值，避免数据恒定时除以零。</translation>
    </message>
    <message>
        <source>Added to the variance.</source>
        <translation>加到方差上。</translation>
    </message>
    <message>
        <source>Adds each element of grad to the position of the input that was the maximum of its window (the first one in row-major order if there are several). Linear in grad.</source>
        <translation>把 grad 的每个元素加到输入中对应窗口最大值所在的位置（有多个时取行优先顺序的第一个）。关于 grad 是线性的。</translation>
    </message>
    <message>
        <source>Adds each update to the element of x at the same place, but for the position along one dimension, which is the index. The adjoint of gather_elements. An index out of range ends the run.</source>
        <translation>把每个更新值加到 x 中相同位置的元素上，但其中一个维度上的位置由索引给出。gather_elements 的伴随运算。索引越界会终止运行。</translation>
    </message>
    <message>
        <source>Adds each update to the element of x that its index names; equal indices accumulate. The adjoint of gather. An index out of range ends the run.</source>
        <translation>把每个更新值加到索引所指的 x 的元素上；索引相同则累加。它是 gather 的伴随。索引越界会使运行终止。</translation>
    </message>
    <message>
        <source>Adds what tells the positions of a sequence apart, which attention alone does not see. Rotary positions and ALiBi act inside of attention: they are the attribute `position` of MultiHeadAttention and the transformer layers.</source>
        <translation>加入区分序列中各位置的信息，注意力本身看不到位置。旋转位置和 ALiBi 在注意力内部起作用：它们是 MultiHeadAttention 和各 Transformer 层的属性 `position`。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后侧</translation>
    </message>
    <message>
        <source>All 0.</source>
        <translation>全为 0。</translation>
    </message>
    <message>
        <source>All 1.</source>
        <translation>全为 1。</translation>
    </message>
    <message>
        <source>All dimensions but the first become one.</source>
        <translation>除第一维外，所有维度合并为一维。</translation>
    </message>
    <message>
        <source>All elements in row-major order.</source>
        <translation>按行优先顺序排列的所有元素。</translation>
    </message>
    <message>
        <source>All random numbers of the run follow from it.</source>
        <translation>运行中的所有随机数都由它决定。</translation>
    </message>
    <message>
        <source>All the same value.</source>
        <translation>全部取同一个值。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Also from the end to the start, side by side.</source>
        <translation>同时从末尾向开头再处理一遍，两个结果并排拼接。</translation>
    </message>
    <message>
        <source>Applied last.</source>
        <translation>最后应用。</translation>
    </message>
    <message>
        <source>Approximate</source>
        <translation>近似方式</translation>
    </message>
    <message>
        <source>Area under the ROC curve, exact: the chance that a sample of the class is scored above one that is not. With several classes the mean of each against the rest.</source>
        <translation>ROC 曲线下面积，精确值：该类样本的得分高于非该类样本的概率。多类时取各类对其余类的均值。</translation>
    </message>
    <message>
        <source>Arrays in .npy files, whose first axis counts samples. Integer targets without further axes are class indices.</source>
        <translation>.npy 文件中的数组，第一个轴为样本。没有其他轴的整数目标视为类别编号。</translation>
    </message>
    <message>
        <source>As in gelu.</source>
        <translation>同 gelu。</translation>
    </message>
    <message>
        <source>As of group_norm.</source>
        <translation>与 group_norm 相同。</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Base of the wave lengths of rotary positions.</source>
        <translation>旋转位置波长的底数。</translation>
    </message>
    <message>
        <source>Batch normalisation in training (Ioffe &amp; Szegedy, 2015): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and biased variance of each channel over the batch and all spatial dimensions.</source>
        <translation>训练时的批归一化（Ioffe &amp; Szegedy, 2015）：y = (x - mean) / sqrt(variance + epsilon) * scale + bias，均值和有偏方差按通道在批次和所有空间维度上计算。</translation>
    </message>
    <message>
        <source>Batch normalisation with given statistics: y = (x - mean) / sqrt(variance + epsilon) * scale + bias, for each channel.</source>
        <translation>使用给定统计量的批归一化：对每个通道，y = (x - mean) / sqrt(variance + epsilon) * scale + bias。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Batches that are prepared ahead.</source>
        <translation>提前准备的批次数。</translation>
    </message>
    <message>
        <source>Batches whose gradients are averaged before one update.</source>
        <translation>多少个批次的梯度取平均后更新一次。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前侧</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Beta1</source>
        <translation>Beta1</translation>
    </message>
    <message>
        <source>Beta2</source>
        <translation>Beta2</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Binary cross entropy of one score for each sample (or label) against 0 and 1, or anything between. Give it raw scores, not probabilities.</source>
        <translation>每个样本（或标签）一个分数，对 0 和 1 或其间的值计算二元交叉熵。输入应为原始分数，不是概率。</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>Ceil mode</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Cells added behind the output.</source>
        <translation>在输出后侧增加的格数。</translation>
    </message>
    <message>
        <source>Cells behind, one number or one for each dimension.</source>
        <translation>后侧的格数，一个数，或每个维度一个。</translation>
    </message>
    <message>
        <source>Cells in front, one number or one for each dimension.</source>
        <translation>前侧的格数，一个数或每个维度一个。</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Changes the type of the numbers.</source>
        <translation>改变数值的类型。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Channels are split into so many groups that do not see each other.</source>
        <translation>通道分成多少组，各组互不相通。</translation>
    </message>
    <message>
        <source>Channels of the 3x3 convolution.</source>
        <translation>3x3 卷积的通道数。</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Checkpoint whose weights the run begins with where names and shapes agree; empty: new weights.</source>
        <translation>检查点：名称和形状相符处，运行以其权重为起点；为空则使用新权重。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Clip global norm</source>
        <translation>全局范数裁剪</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>范数裁剪</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>裁剪值</translation>
    </message>
    <message>
        <source>Column to predict; several for regression.</source>
        <translation>要预测的列；回归时可有多列。</translation>
    </message>
    <message>
        <source>Columns to predict from; empty: all others that hold numbers.</source>
        <translation>用于预测的列；为空：其余所有数值列。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Converts to another element type. To whole numbers: truncated and limited to their range; to bool: whether not 0.</source>
        <translation>转换为另一种元素类型。转为整数：截断并限制在取值范围内；转为 bool：是否不为 0。</translation>
    </message>
    <message>
        <source>Convolution over 1 to 3 spatial dimensions, in the field&apos;s sense of cross-correlation (Dumoulin &amp; Visin, &quot;A guide to convolution arithmetic for deep learning&quot;): y[n, o, p] = bias[o] + sum over c, k of x[n, c, p * stride + k * dilation - pad_before] * weight[o, c, k]; the input is zero outside.</source>
        <translation>1 到 3 个空间维度上的卷积，按本领域惯例指互相关（Dumoulin &amp; Visin，“A guide to convolution arithmetic for deep learning”）：y[n, o, p] = bias[o] + Σ_{c, k} x[n, c, p * stride + k * dilation - pad_before] * weight[o, c, k]；输入范围之外为零。</translation>
    </message>
    <message>
        <source>Convolution over images [N, C, H, W].</source>
        <translation>对图像 [N, C, H, W] 做卷积。</translation>
    </message>
    <message>
        <source>Convolution over sequences [N, C, L].</source>
        <translation>序列 [N, C, L] 上的卷积。</translation>
    </message>
    <message>
        <source>Convolution over volumes [N, C, D, H, W].</source>
        <translation>对体数据 [N, C, D, H, W] 做卷积。</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>校正量</translation>
    </message>
    <message>
        <source>Cosine of an angle in radians.</source>
        <translation>角度（弧度）的余弦。</translation>
    </message>
    <message>
        <source>Count include pad</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Cross entropy that looks away from what is right already (Lin et al., 2017), for rare classes: class scores [N, C] against class numbers, or one score a sample [N] or [N, 1] against 0 and 1. Give it raw scores.</source>
        <translation>降低已判对样本影响的交叉熵（Lin et al., 2017），适合稀少类别：类别分数 [N, C] 对类别编号，或每个样本一个分数 [N] 或 [N, 1] 对 0 和 1。输入应为原始分数。</translation>
    </message>
    <message>
        <source>Cuts along one dimension into parts of given sizes; the opposite of concat.</source>
        <translation>沿一个维度切成给定大小的若干部分；与 concat 相反。</translation>
    </message>
    <message>
        <source>Cuts along one dimension into parts, each with an output of its own.</source>
        <translation>沿一个维度切成若干部分，每部分各有一个输出。</translation>
    </message>
    <message>
        <source>Data field that comes in here.</source>
        <translation>从此处进入的数据字段。</translation>
    </message>
    <message>
        <source>Datasets in an HDF5 file, whose first axis counts samples; read when they are needed. Integer targets without further axes are class indices.</source>
        <translation>HDF5 文件中的数据集，第一个轴为样本；用到时才读取。没有其他轴的整数目标视为类别编号。</translation>
    </message>
    <message>
        <source>Decay of the averages.</source>
        <translation>均值的衰减系数。</translation>
    </message>
    <message>
        <source>Decay of the mean of gradients.</source>
        <translation>梯度均值的衰减率。</translation>
    </message>
    <message>
        <source>Decay of the mean of squares.</source>
        <translation>平方均值的衰减系数。</translation>
    </message>
    <message>
        <source>Decay of the mean of their squares.</source>
        <translation>梯度平方均值的衰减率。</translation>
    </message>
    <message>
        <source>Decay of the mean whose sign is taken.</source>
        <translation>取其符号的均值的衰减系数。</translation>
    </message>
    <message>
        <source>Decay of the stored mean.</source>
        <translation>所存均值的衰减率。</translation>
    </message>
    <message>
        <source>Decay the parameter itself, not by way of the gradient.</source>
        <translation>直接衰减参数本身，而不经由梯度。</translation>
    </message>
    <message>
        <source>Decoupled</source>
        <translation>解耦</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Difference of its two inputs.</source>
        <translation>两个输入之差。</translation>
    </message>
    <message>
        <source>Difference, element by element, with NumPy broadcasting.</source>
        <translation>逐元素求差，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Dimensions that are reduced, the batch being 0; empty: all but the batch.</source>
        <translation>要归约的维度，批次维为 0；为空则归约除批次维外的所有维度。</translation>
    </message>
    <message>
        <source>Dimensions to reduce; empty: all.</source>
        <translation>要归约的维度；为空：全部。</translation>
    </message>
    <message>
        <source>Dimensions to reverse; empty: all.</source>
        <translation>要反转的维度；为空则全部。</translation>
    </message>
    <message>
        <source>Distance between kernel elements; none: 1.</source>
        <translation>核元素之间的间距；不填为 1。</translation>
    </message>
    <message>
        <source>Distance of the cells of the window.</source>
        <translation>窗口内各格之间的间距。</translation>
    </message>
    <message>
        <source>Distance of the elements.</source>
        <translation>元素的间隔。</translation>
    </message>
    <message>
        <source>Distance of the values.</source>
        <translation>相邻值的间距。</translation>
    </message>
    <message>
        <source>Distance, for each dimension; empty: 1.</source>
        <translation>每个维度的间隔；为空：1。</translation>
    </message>
    <message>
        <source>Divide by the padded elements, too.</source>
        <translation>除数也计入填充元素。</translation>
    </message>
    <message>
        <source>Divide by the spread of the gradient instead of its size.</source>
        <translation>除以梯度的离散程度，而不是梯度的大小。</translation>
    </message>
    <message>
        <source>Divides each sample (each row) by its root mean square, then a learned scale (Zhang &amp; Sennrich, 2019): a cheaper LayerNorm.</source>
        <translation>把每个样本（每一行）除以其均方根，再乘以可学习的缩放系数（Zhang &amp; Sennrich, 2019）：比 LayerNorm 开销更小。</translation>
    </message>
    <message>
        <source>Drop last</source>
        <translation>丢弃不完整批次</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Dtype</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>ELU that is smooth at 0 for any alpha (Barron, 2017).</source>
        <translation>对任意 alpha 在 0 处都光滑的 ELU（Barron, 2017）。</translation>
    </message>
    <message>
        <source>ELU with the scale that keeps mean 0 and variance 1 from layer to layer (Klambauer et al., 2017). Goes with lecun_normal.</source>
        <translation>带缩放的 ELU，使各层之间保持均值 0、方差 1（Klambauer et al., 2017）。与 lecun_normal 搭配使用。</translation>
    </message>
    <message>
        <source>Each dimension but the batch once, counted from 1: [2, 1] swaps those of [N, T, C].</source>
        <translation>除批次维外每个维度各出现一次，从 1 开始计：[2, 1] 交换 [N, T, C] 的后两维。</translation>
    </message>
    <message>
        <source>Each dimension once.</source>
        <translation>每个维度恰好出现一次。</translation>
    </message>
    <message>
        <source>Each query takes a mean of the values, weighted by how well their keys fit it, in several heads side by side (Vaswani et al., 2017). With one input: self-attention.</source>
        <translation>每个查询对各个值取均值，权重取决于键与它的匹配程度，多个头并行（Vaswani et al., 2017）。只有一个输入时为自注意力。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Element type of the result.</source>
        <translation>结果的元素类型。</translation>
    </message>
    <message>
        <source>Element type to convert to; auto: floating-point numbers to f32, others to i64.</source>
        <translation>要转换成的元素类型；auto：浮点数转为 f32，其他转为 i64。</translation>
    </message>
    <message>
        <source>Elements to add behind, for each dimension.</source>
        <translation>每个维度在后侧添加的元素数。</translation>
    </message>
    <message>
        <source>Elements to add in front, for each dimension.</source>
        <translation>每个维度在前侧增加的元素数。</translation>
    </message>
    <message>
        <source>Elman network (Elman, 1990), one layer, one direction: h = activation(w_ih x + b_ih + w_hh h + b_hh).</source>
        <translation>Elman 网络（Elman, 1990），单层、单向：h = activation(w_ih x + b_ih + w_hh h + b_hh)。</translation>
    </message>
    <message>
        <source>Elman network (Elman, 1990): each state is an activation of input and last state.</source>
        <translation>Elman 网络（Elman, 1990）：每个状态由输入和上一状态经激活得到。</translation>
    </message>
    <message>
        <source>Ema decay</source>
        <translation>EMA 衰减</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ends after so many steps; 0: the epochs decide.</source>
        <translation>达到该步数后结束；0：由轮数决定。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epochs between reductions.</source>
        <translation>两次降低之间的轮数。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Evaluation batch size</source>
        <translation>评估批次大小</translation>
    </message>
    <message>
        <source>Evenly distributed around 0.</source>
        <translation>在 0 附近均匀分布。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Evolved sign momentum (Chen et al., &quot;Symbolic Discovery of Optimization Algorithms&quot;): param -= lr * (sign(beta1 * m + (1 - beta1) * grad) + weight_decay * param); m = beta2 * m + (1 - beta2) * grad.</source>
        <translation>由进化搜索得到的符号动量（Chen et al., &quot;Symbolic Discovery of Optimization Algorithms&quot;）：param -= lr * (sign(beta1 * m + (1 - beta1) * grad) + weight_decay * param); m = beta2 * m + (1 - beta2) * grad。</translation>
    </message>
    <message>
        <source>Exact, or the faster formula with tanh.</source>
        <translation>精确计算，或用 tanh 的更快公式。</translation>
    </message>
    <message>
        <source>Exact, or the formula with tanh.</source>
        <translation>精确计算，或用 tanh 公式。</translation>
    </message>
    <message>
        <source>Exclusive</source>
        <translation>不含自身</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>扩展倍数</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Factor at the end.</source>
        <translation>结束时的系数。</translation>
    </message>
    <message>
        <source>Factor at the first step of the warm-up.</source>
        <translation>预热第一步的系数。</translation>
    </message>
    <message>
        <source>Factor at the first step.</source>
        <translation>第一步的系数。</translation>
    </message>
    <message>
        <source>Factor of each reduction.</source>
        <translation>每次降低的系数。</translation>
    </message>
    <message>
        <source>Factor of one epoch.</source>
        <translation>每一轮的系数。</translation>
    </message>
    <message>
        <source>Factor of the parameter in the update.</source>
        <translation>更新量中参数的系数。</translation>
    </message>
    <message>
        <source>Factor of the parameter that is added to its gradient.</source>
        <translation>参数乘以此系数后加到其梯度上。</translation>
    </message>
    <message>
        <source>Factor of the velocity.</source>
        <translation>速度的系数。</translation>
    </message>
    <message>
        <source>Factor on the loss where the target is 1.</source>
        <translation>目标为 1 时损失所乘的系数。</translation>
    </message>
    <message>
        <source>Factor on the result.</source>
        <translation>结果的系数。</translation>
    </message>
    <message>
        <source>Factor on the scores; 0: 1 / sqrt(D).</source>
        <translation>分数所乘的系数；0：1 / sqrt(D)。</translation>
    </message>
    <message>
        <source>Factor.</source>
        <translation>系数。</translation>
    </message>
    <message>
        <source>Falls along half a cosine to its minimum at the end (Loshchilov &amp; Hutter, 2017).</source>
        <translation>沿半个余弦下降，结束时到达最小值（Loshchilov &amp; Hutter, 2017）。</translation>
    </message>
    <message>
        <source>Falls evenly on a logarithmic scale: multiplied by gamma in the course of each epoch.</source>
        <translation>在对数尺度上均匀下降：每一轮内逐渐累计乘以 gamma。</translation>
    </message>
    <message>
        <source>Fan in</source>
        <translation>输入数 (fan in)</translation>
    </message>
    <message>
        <source>Fan out</source>
        <translation>扇出</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Feed forward</source>
        <translation>前馈宽度</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the labels, [N].</source>
        <translation>标签文件，[N]。</translation>
    </message>
    <message>
        <source>File of the pictures, [N, H, W] or [N, C, H, W].</source>
        <translation>图像文件，[N, H, W] 或 [N, C, H, W]。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files to predict from.</source>
        <translation>作为预测输入的文件。</translation>
    </message>
    <message>
        <source>Files to predict.</source>
        <translation>作为预测目标的文件。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>First element, for each dimension.</source>
        <translation>每个维度的第一个元素。</translation>
    </message>
    <message>
        <source>First element; negative ones count from the end.</source>
        <translation>第一个元素；负数从末尾算起。</translation>
    </message>
    <message>
        <source>First normalised dimension: from it to the last all count together.</source>
        <translation>第一个归一化的维度：从它到最后一维合在一起计算。</translation>
    </message>
    <message>
        <source>First normalised dimension; all from it to the last are normalised together. Negative: counted from the end.</source>
        <translation>归一化的第一个维度；从它到最后一维一起归一化。负数从末尾算起。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of the class folders.</source>
        <translation>包含各类别文件夹的文件夹。</translation>
    </message>
    <message>
        <source>For each index the element of x at the same place, but for the position along one dimension, which is the index. An index out of range ends the run.</source>
        <translation>对每个索引，取 x 中相同位置的元素，只是沿某一维度的位置换成该索引。索引越界会使运行终止。</translation>
    </message>
    <message>
        <source>For each sample the entries along its first dimension that its indices name: the step at which a text ends, for instance. An index out of range ends the run.</source>
        <translation>对每个样本，沿其第一维取索引所指的条目：例如文本结束的那一步。索引越界会终止运行。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>源布局</translation>
    </message>
    <message>
        <source>From one window to the next; 0: the context, so that windows do not overlap.</source>
        <translation>相邻窗口的间距；0：等于上下文长度，窗口互不重叠。</translation>
    </message>
    <message>
        <source>From the last valid step to the first.</source>
        <translation>从最后一个有效步到第一个。</translation>
    </message>
    <message>
        <source>Fully connected: y = x W + b over the last dimension. Leading dimensions are rows.</source>
        <translation>全连接：在最后一维上计算 y = x W + b。前面的维度视为行。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gated recurrent unit (Cho et al., 2014): much like LSTM with a quarter less work.</source>
        <translation>门控循环单元（Cho et al., 2014）：与 LSTM 相近，计算量少四分之一。</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over the batch, then a learned scale and offset (Ioffe &amp; Szegedy, 2015). Keeps running moments for use after training.</source>
        <translation>使每个通道在批次上均值为 0、方差为 1，再施加学习得到的缩放和偏移（Ioffe &amp; Szegedy, 2015）。保存滑动统计量，供训练之后使用。</translation>
    </message>
    <message>
        <source>Gives each channel of each sample mean 0 and variance 1 (Ulyanov et al., 2016): for the transfer of styles.</source>
        <translation>使每个样本的每个通道均值为 0、方差为 1（Ulyanov et al., 2016）：用于风格迁移。</translation>
    </message>
    <message>
        <source>Gives each group of channels of each sample mean 0 and variance 1, then a learned scale and offset for each channel (Wu &amp; He, 2018): works with small batches.</source>
        <translation>使每个样本的每组通道均值为 0、方差为 1，再对每个通道施加学习得到的缩放和偏移（Wu &amp; He, 2018）：适合小批次。</translation>
    </message>
    <message>
        <source>Gives each sample (each row) mean 0 and variance 1, then a learned scale and offset (Ba et al., 2016).</source>
        <translation>使每个样本（每一行）均值为 0、方差为 1，再做可学习的缩放和偏移（Ba et al., 2016）。</translation>
    </message>
    <message>
        <source>Gives what it gets: a name for a place.</source>
        <translation>原样输出输入：用来给某处命名。</translation>
    </message>
    <message>
        <source>Gradient descent with momentum, as torch.optim.SGD documents it (dampening 0): g = grad + weight_decay * param; v = momentum * velocity + g; param -= lr * (nesterov ? g + momentum * v : v). Without velocity: param -= lr * g.</source>
        <translation>带动量的梯度下降，与 torch.optim.SGD 的文档一致（dampening 为 0）：g = grad + weight_decay * param; v = momentum * velocity + g; param -= lr * (nesterov ? g + momentum * v : v)。没有 velocity 时：param -= lr * g。</translation>
    </message>
    <message>
        <source>Gradient of batch_norm by way of y. With n = (x - mean) / sqrt(variance + epsilon): dbias = sum grad, dscale = sum grad * n, dx = scale / sqrt(variance + epsilon) * (grad - mean(grad) - n * mean(grad * n)). mean and variance are those of x: they save their computation and count as functions of x, so nothing flows into them.</source>
        <translation>batch_norm 经由 y 的梯度。令 n = (x - mean) / sqrt(variance + epsilon)：dbias = sum grad，dscale = sum grad * n，dx = scale / sqrt(variance + epsilon) * (grad - mean(grad) - n * mean(grad * n))。mean 和 variance 是 x 的均值和方差：传入可省去重新计算，它们视为 x 的函数，因此没有梯度流入。</translation>
    </message>
    <message>
        <source>Gradient of group_norm. With n = (x - mean) / sqrt(variance + epsilon) and h = grad * scale: dbias and dscale are the sums of grad and grad * n for each channel, dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon), the means over a group. dscale and dbias are there whether or not group_norm had scale and bias.</source>
        <translation>group_norm 的梯度。令 n = (x - mean) / sqrt(variance + epsilon)，h = grad * scale：dbias 和 dscale 分别是每个通道上 grad 与 grad * n 的和，dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon)，均值在一个组内计算。无论 group_norm 是否有 scale 和 bias，都会给出 dscale 和 dbias。</translation>
    </message>
    <message>
        <source>Gradient of rms_norm. With r = 1 / sqrt(mean(x * x) + epsilon), n = x * r and h = grad * scale: dscale is the sum of grad * n over all rows, dx = r * (h - n * mean(h * n)). dscale is there whether or not rms_norm had a scale.</source>
        <translation>rms_norm 的梯度。令 r = 1 / sqrt(mean(x * x) + epsilon)，n = x * r，h = grad * scale：dscale 是 grad * n 在所有行上的和，dx = r * (h - n * mean(h * n))。无论 rms_norm 是否有 scale，都会给出 dscale。</translation>
    </message>
    <message>
        <source>Gradient of softmax_cross_entropy in the logits: grad * (softmax(logits) * sum(q * weight) - q * weight), 0 where ignored.</source>
        <translation>softmax_cross_entropy 对 logits 的梯度：grad * (softmax(logits) * sum(q * weight) - q * weight)，被忽略处为 0。</translation>
    </message>
    <message>
        <source>Gradients of attention in q, k and v. With the probabilities p and dp = grad v^T: dv = p^T grad, ds = p * (dp - rows&apos; sum of out * grad), dq = ds k * scale, dk = ds^T q * scale (Dao et al., &quot;FlashAttention&quot;, 2022, appendix B). out is attention&apos;s output: it saves its computation and counts as a function of the other inputs, so nothing flows into it.</source>
        <translation>注意力对 q、k、v 的梯度。设概率为 p，dp = grad v^T：dv = p^T grad，ds = p * (dp - out * grad 的逐行和)，dq = ds k * scale，dk = ds^T q * scale（Dao et al.，“FlashAttention”，2022，附录 B）。out 是注意力的输出：传入它可省去重新计算；它被视为其他输入的函数，因此没有梯度流入。</translation>
    </message>
    <message>
        <source>Graph attention (Velickovic et al., 2018): each node takes a mean of itself and the nodes with an edge to it, weighted by learned scores, in several heads side by side.</source>
        <translation>图注意力（Velickovic et al., 2018）：每个节点对自身以及有边指向它的节点取均值，按可学习的得分加权，多个头并行。</translation>
    </message>
    <message>
        <source>Graph convolution (Kipf &amp; Welling, 2017): each node takes a mean, weighted by degrees, of itself and the nodes with an edge to it. For an undirected graph list each edge both ways.</source>
        <translation>图卷积（Kipf &amp; Welling, 2017）：每个节点对自身和有边指向它的节点按度加权取平均。无向图的每条边须按两个方向各列一次。</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>图数</translation>
    </message>
    <message>
        <source>Graphs in a batch.</source>
        <translation>一个批次中的图数。</translation>
    </message>
    <message>
        <source>Group normalisation (Wu &amp; He, 2018): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and biased variance over the channels of a group and all spatial dimensions of one example; scale and bias for each channel.</source>
        <translation>组归一化（Wu &amp; He, 2018）：y = (x - mean) / sqrt(variance + epsilon) * scale + bias，均值和有偏方差在单个样本的一组通道及所有空间维度上计算；每个通道各有 scale 和 bias。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall: mean over classes, or that of class 1 with one score a sample.</source>
        <translation>精确率与召回率的调和平均：取各类的均值；每个样本只有一个得分时取类别 1 的值。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Heads of key and value, each shared by several of the query (Ainslie et al., 2023); 0: as many as heads.</source>
        <translation>键和值的头数，每个由若干查询头共用（Ainslie et al., 2023）；0：与 heads 相同。</translation>
    </message>
    <message>
        <source>Heads side by side.</source>
        <translation>并行的头数。</translation>
    </message>
    <message>
        <source>Heads side by side; must divide the width.</source>
        <translation>并行的头数；须能整除宽度。</translation>
    </message>
    <message>
        <source>Height and width that images are resized to; empty: those of the first image.</source>
        <translation>图像缩放到的高和宽；为空则用第一张图像的尺寸。</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>How attention sees distances: turned pairs (Su et al., 2021), or scores that fall with the distance (Press et al., 2022).</source>
        <translation>注意力如何感知距离：旋转成对分量（Su et al., 2021），或让得分随距离下降（Press et al., 2022）。</translation>
    </message>
    <message>
        <source>How fast the learning rate falls with the steps.</source>
        <translation>学习率随步数下降的快慢。</translation>
    </message>
    <message>
        <source>How many numbers there are.</source>
        <translation>共有多少个编号。</translation>
    </message>
    <message>
        <source>How many times larger, one number or one for each dimension.</source>
        <translation>放大多少倍，一个数或每个维度一个。</translation>
    </message>
    <message>
        <source>How many times wider the output is.</source>
        <translation>输出加宽的倍数。</translation>
    </message>
    <message>
        <source>How many.</source>
        <translation>个数。</translation>
    </message>
    <message>
        <source>How much narrower the layer between is than the channels.</source>
        <translation>中间层相对通道数缩小的倍数。</translation>
    </message>
    <message>
        <source>How often each class is taken for each other one, as a matrix; its figure is the accuracy.</source>
        <translation>每个类别被判为其他各类别的次数，以矩阵表示；其数值为准确率。</translation>
    </message>
    <message>
        <source>How often, for each dimension.</source>
        <translation>每个维度的重复次数。</translation>
    </message>
    <message>
        <source>How strongly it looks away; 0: plain cross entropy.</source>
        <translation>降低影响的强度；0：普通交叉熵。</translation>
    </message>
    <message>
        <source>How the weights start.</source>
        <translation>权重的初始化方式。</translation>
    </message>
    <message>
        <source>How values between the elements are found.</source>
        <translation>元素之间的值如何求得。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent.</source>
        <translation>双曲正切。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent: to between -1 and 1.</source>
        <translation>双曲正切：取值在 -1 和 1 之间。</translation>
    </message>
    <message>
        <source>If above 0, samples are tokens below it, for language models.</source>
        <translation>大于 0 时，样本是小于该值的词元，用于语言模型。</translation>
    </message>
    <message>
        <source>Ignore index</source>
        <translation>忽略索引</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>In training adds independent normal noise; else passes through.</source>
        <translation>训练时加上独立的正态噪声；其他时候原样通过。</translation>
    </message>
    <message>
        <source>In training drops whole channels, since neighbouring positions tell the same (Tompson et al., 2015); else passes through.</source>
        <translation>训练时丢弃整个通道，因为相邻位置的信息相近（Tompson et al., 2015）；否则原样通过。</translation>
    </message>
    <message>
        <source>In training sets a random share of the elements to 0 and scales the rest up (Srivastava et al., 2014); else passes through.</source>
        <translation>训练时随机把一定比例的元素置 0，并放大其余元素（Srivastava et al., 2014）；其他时候原样通过。</translation>
    </message>
    <message>
        <source>In training sets all of a sample to 0 at random and scales the others up (Huang et al., 2016); else passes through. It stands at the end of a residual branch, before the Add.</source>
        <translation>训练时随机把整个样本置 0，并放大其余样本（Huang et al., 2016）；否则原样通过。放在残差分支末尾、Add 之前。</translation>
    </message>
    <message>
        <source>Independent numbers with a normal distribution. Element i is number i of Philox(seed, stream, step).</source>
        <translation>独立的正态分布随机数。第 i 个元素是 Philox(seed, stream, step) 的第 i 个数。</translation>
    </message>
    <message>
        <source>Independent numbers, uniform from low up to, not including, high. Element i is number i of Philox(seed, stream, step).</source>
        <translation>相互独立的数，在 low（含）到 high（不含）之间均匀分布。元素 i 是 Philox(seed, stream, step) 的第 i 个数。</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>初始化方式</translation>
    </message>
    <message>
        <source>Input spatial</source>
        <translation>输入空间尺寸</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Inputs as</source>
        <translation>输入类型</translation>
    </message>
    <message>
        <source>Inputs of one unit.</source>
        <translation>一个单元的输入数。</translation>
    </message>
    <message>
        <source>Instance normalisation (Ulyanov, Vedaldi &amp; Lempitsky, 2016): group_norm with each channel a group of its own.</source>
        <translation>实例归一化（Ulyanov, Vedaldi &amp; Lempitsky, 2016）：每个通道自成一组的 group_norm。</translation>
    </message>
    <message>
        <source>Joins its inputs along one dimension.</source>
        <translation>沿一个维度拼接各输入。</translation>
    </message>
    <message>
        <source>Joins tensors along one dimension; the other sizes must be equal.</source>
        <translation>沿一个维度拼接张量；其余维度的大小必须相等。</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Keep dims</source>
        <translation>保留维度</translation>
    </message>
    <message>
        <source>Keep the dimension with size 1.</source>
        <translation>保留该维度，大小为 1。</translation>
    </message>
    <message>
        <source>Keep the reduced dimensions with size 1.</source>
        <translation>把归约的维度保留为大小 1。</translation>
    </message>
    <message>
        <source>Keep the spatial dimensions with size 1.</source>
        <translation>保留空间维度，大小为 1。</translation>
    </message>
    <message>
        <source>Keep them with size 1.</source>
        <translation>把它们保留为大小 1。</translation>
    </message>
    <message>
        <source>Keeps an exponential moving average of the parameters with this decay and evaluates it; 0: none.</source>
        <translation>以此衰减率保存参数的指数滑动平均，并用它做评估；0：不使用。</translation>
    </message>
    <message>
        <source>Keeps divisions away from 0.</source>
        <translation>避免除数为 0。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence of target probabilities from the softmax of scores, along dimension 1: sum of t (log t - log_softmax). For distillation and soft labels.</source>
        <translation>目标概率与分数的 softmax 之间的 Kullback-Leibler 散度，沿第 1 维：t (log t - log_softmax) 之和。用于蒸馏和软标签。</translation>
    </message>
    <message>
        <source>Kv heads</source>
        <translation>KV 头数</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>取最大</translation>
    </message>
    <message>
        <source>Largest element of each segment, along the first dimension; 0 where a segment is empty. Equal ones share the gradient.</source>
        <translation>沿第一维，每段的最大元素；段为空时为 0。相等的元素平分梯度。</translation>
    </message>
    <message>
        <source>Largest element over dimensions. Equal ones share the gradient.</source>
        <translation>各维度上的最大元素。相等者平分梯度。</translation>
    </message>
    <message>
        <source>Largest first.</source>
        <translation>从大到小。</translation>
    </message>
    <message>
        <source>Largest magnitude of one gradient element; 0: no limit.</source>
        <translation>单个梯度元素的最大绝对值；0：不限制。</translation>
    </message>
    <message>
        <source>Largest magnitude.</source>
        <translation>最大绝对值。</translation>
    </message>
    <message>
        <source>Largest norm of all gradients together; 0: no limit.</source>
        <translation>所有梯度合在一起的最大范数；0：不限制。</translation>
    </message>
    <message>
        <source>Largest norm of the gradient of one parameter; 0: no limit.</source>
        <translation>单个参数梯度的最大范数；0：不限制。</translation>
    </message>
    <message>
        <source>Largest value of each channel over all positions.</source>
        <translation>每个通道在所有位置上的最大值。</translation>
    </message>
    <message>
        <source>Largest value of each window.</source>
        <translation>每个窗口的最大值。</translation>
    </message>
    <message>
        <source>Largest value over as many windows as the output has cells, whatever the size of the input.</source>
        <translation>输出有多少格就取多少个窗口的最大值，与输入大小无关。</translation>
    </message>
    <message>
        <source>Largest value over dimensions other than the batch.</source>
        <translation>批次维以外各维度上的最大值。</translation>
    </message>
    <message>
        <source>Layer normalisation (Ba, Kiros &amp; Hinton, 2016): y = (x - mean) / sqrt(variance + epsilon) * scale + bias with mean and biased variance over the dimensions from axis to the last.</source>
        <translation>层归一化（Ba, Kiros &amp; Hinton, 2016）：y = (x - mean) / sqrt(variance + epsilon) * scale + bias，均值和有偏方差在从 axis 到最后一维上计算。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers on top of each other.</source>
        <translation>堆叠的层数。</translation>
    </message>
    <message>
        <source>Layerwise adaptive rates (You et al., &quot;Large Batch Optimization for Deep Learning: Training BERT in 76 minutes&quot;, no clipping of the norms): m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; r = m / (1 - beta1^step) / (sqrt(v / (1 - beta2^step)) + epsilon) + weight_decay * param; param -= lr * |param| / |r| * r, with ratio 1 where a norm is 0. The norms are over the whole tensor.</source>
        <translation>逐层自适应学习率（You et al.，“Large Batch Optimization for Deep Learning: Training BERT in 76 minutes”，不裁剪范数）：m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; r = m / (1 - beta1^step) / (sqrt(v / (1 - beta2^step)) + epsilon) + weight_decay * param; param -= lr * |param| / |r| * r，范数为 0 时比值取 1。范数在整个张量上计算。</translation>
    </message>
    <message>
        <source>Layout of the input; empty: row-major.</source>
        <translation>输入的布局；为空：行优先。</translation>
    </message>
    <message>
        <source>Layout of the output; empty: row-major.</source>
        <translation>输出的布局；为空则行优先。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Least factor.</source>
        <translation>最小系数。</translation>
    </message>
    <message>
        <source>Leave the element itself out.</source>
        <translation>不包含元素自身。</translation>
    </message>
    <message>
        <source>Length of a window.</source>
        <translation>窗口的长度。</translation>
    </message>
    <message>
        <source>Length of each vector.</source>
        <translation>每个向量的长度。</translation>
    </message>
    <message>
        <source>Limits each element to the range from min to max. The derivative at the bounds is 1.</source>
        <translation>把每个元素限制在 min 到 max 的范围内。边界处的导数为 1。</translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation>加载线程数</translation>
    </message>
    <message>
        <source>Logarithms of the probabilities that Softmax gives.</source>
        <translation>Softmax 所给概率的对数。</translation>
    </message>
    <message>
        <source>Long short-term memory (Hochreiter &amp; Schmidhuber, 1997): gates decide what the state keeps, so that it lasts for hundreds of steps.</source>
        <translation>长短期记忆（Hochreiter &amp; Schmidhuber, 1997）：由门决定状态保留什么，因而可维持数百步。</translation>
    </message>
    <message>
        <source>Longest sequence, for learned ones.</source>
        <translation>最长序列，用于学习的位置编码。</translation>
    </message>
    <message>
        <source>Look ahead along the momentum.</source>
        <translation>沿动量方向前瞻。</translation>
    </message>
    <message>
        <source>Look ahead along the velocity.</source>
        <translation>沿速度方向向前看一步。</translation>
    </message>
    <message>
        <source>Loss of each element, -sum over c of q[c] * weight[c] * log_softmax(logits)[c] with q = (1 - s) * (c is the target) + s / C and the label smoothing s (Szegedy et al., 2016; weighted as PyTorch does). Not averaged. A target outside of [0, C) matches no class.</source>
        <translation>每个元素的损失，-Σ_c q[c] * weight[c] * log_softmax(logits)[c]，其中 q = (1 - s) * (c 为目标) + s / C，s 为标签平滑（Szegedy et al., 2016；加权方式同 PyTorch）。不求平均。[0, C) 之外的目标不匹配任何类别。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>Lower bound.</source>
        <translation>下界。</translation>
    </message>
    <message>
        <source>Lr decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <source>Makes images (or signals) larger by whole factors.</source>
        <translation>把图像（或信号）放大整数倍。</translation>
    </message>
    <message>
        <source>Matrix product of the last two dimensions of its inputs; the others are batches.</source>
        <translation>各输入最后两维的矩阵乘积；其余维度为批次。</translation>
    </message>
    <message>
        <source>Matrix product over the last two dimensions; the others are batches with NumPy broadcasting.</source>
        <translation>最后两维上的矩阵乘积；其余维度为批次维，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Max length</source>
        <translation>最大长度</translation>
    </message>
    <message>
        <source>Maximum over a sliding window; padding never wins.</source>
        <translation>滑动窗口内的最大值；填充从不被选中。</translation>
    </message>
    <message>
        <source>Maximum over as many windows as the output has elements. Window i of n outputs over m elements is [floor(i m / n), ceil((i + 1) m / n)), as in PyTorch.</source>
        <translation>取最大值，窗口数与输出元素数相同。m 个元素、n 个输出时，窗口 i 为 [floor(i m / n), ceil((i + 1) m / n))，与 PyTorch 相同。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the target.</source>
        <translation>平均绝对误差，单位与目标相同。</translation>
    </message>
    <message>
        <source>Mean absolute error: less moved by outliers than mse.</source>
        <translation>平均绝对误差：比 mse 受离群值影响小。</translation>
    </message>
    <message>
        <source>Mean of each channel over all positions.</source>
        <translation>每个通道在所有位置上的均值。</translation>
    </message>
    <message>
        <source>Mean of each window.</source>
        <translation>每个窗口的均值。</translation>
    </message>
    <message>
        <source>Mean of the elements of each segment, along the first dimension; 0 where a segment is empty.</source>
        <translation>沿第一维，每段元素的均值；段为空时为 0。</translation>
    </message>
    <message>
        <source>Mean over a sliding window. The divisor is the number of the window&apos;s elements inside the input or, with count_include_pad, inside the padded input; what hangs over the end with ceil_mode never counts.</source>
        <translation>滑动窗口内的均值。除数是窗口中落在输入内的元素数，或在 count_include_pad 时落在填充后输入内的元素数；ceil_mode 下超出末端的部分从不计入。</translation>
    </message>
    <message>
        <source>Mean over as many windows as the output has cells, whatever the size of the input.</source>
        <translation>取均值，窗口数与输出格数相同，与输入大小无关。</translation>
    </message>
    <message>
        <source>Mean over as many windows as the output has elements. Window i of n outputs over m elements is [floor(i m / n), ceil((i + 1) m / n)), as in PyTorch.</source>
        <translation>输出有多少元素就取多少个窗口的均值。m 个元素输出 n 个时，第 i 个窗口为 [floor(i m / n), ceil((i + 1) m / n))，与 PyTorch 相同。</translation>
    </message>
    <message>
        <source>Mean over dimensions other than the batch.</source>
        <translation>批次维以外各维度上的均值。</translation>
    </message>
    <message>
        <source>Mean over dimensions.</source>
        <translation>各维度上的均值。</translation>
    </message>
    <message>
        <source>Mean over the classes that occur of the share of each that was found: accuracy as if all were equally frequent.</source>
        <translation>对出现的各类，取每类被找出比例的均值：相当于各类出现频率相同时的准确率。</translation>
    </message>
    <message>
        <source>Mean square distance from the mean, over dimensions.</source>
        <translation>各维度上与均值之差的平方的均值。</translation>
    </message>
    <message>
        <source>Mean squared error.</source>
        <translation>均方误差。</translation>
    </message>
    <message>
        <source>Mean.</source>
        <translation>均值。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Minimum improvement</source>
        <translation>最小改进量</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控指标</translation>
    </message>
    <message>
        <source>Most tokens to learn, for words (0: no limit) and SentencePiece.</source>
        <translation>最多学习的词元数，用于按词（0：不限制）和 SentencePiece。</translation>
    </message>
    <message>
        <source>Multiplied by gamma after every so many epochs.</source>
        <translation>每隔这么多轮乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplied by gamma when the monitored figure has not improved for a while.</source>
        <translation>监测的指标一段时间没有改进时，乘以 gamma。</translation>
    </message>
    <message>
        <source>Multiplies by a fixed factor and adds a fixed offset, which are not trained.</source>
        <translation>乘以固定系数并加上固定偏移，二者不参与训练。</translation>
    </message>
    <message>
        <source>Names of the labels 0, 1, ...</source>
        <translation>标签 0、1……的名称。</translation>
    </message>
    <message>
        <source>Names of the labels 0, 1, ... in the first target.</source>
        <translation>第一个目标中标签 0, 1, ... 的名称。</translation>
    </message>
    <message>
        <source>Natural logarithm.</source>
        <translation>自然对数。</translation>
    </message>
    <message>
        <source>Negative log likelihood of counts, the prediction being the logarithm of their mean: exp(x) - y x (without the part that does not depend on x).</source>
        <translation>计数的负对数似然，预测值是其均值的对数：exp(x) - y x（略去与 x 无关的部分）。</translation>
    </message>
    <message>
        <source>Negative log likelihood of numbers, the prediction [N, 2 K] being K means and then K logarithms of variances (Nix &amp; Weigend, 1994), for a target [N, K] or [N] (without the constant).</source>
        <translation>数值的负对数似然，预测 [N, 2 K] 由 K 个均值和随后的 K 个方差的对数组成（Nix &amp; Weigend, 1994），目标为 [N, K] 或 [N]（不含常数项）。</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>No decay</source>
        <translation>不衰减的参数</translation>
    </message>
    <message>
        <source>No query looks at later keys: for models that continue a text.</source>
        <translation>查询看不到其后的键：用于续写文本的模型。</translation>
    </message>
    <message>
        <source>No step looks at later ones.</source>
        <translation>每一步都看不到后面的步。</translation>
    </message>
    <message>
        <source>Norm first</source>
        <translation>先归一化</translation>
    </message>
    <message>
        <source>Normal with deviation √(1 / fan_in) (LeCun et al., 1998): for SELU and linear layers.</source>
        <translation>标准差为 √(1 / fan_in) 的正态分布（LeCun et al., 1998）：用于 SELU 和线性层。</translation>
    </message>
    <message>
        <source>Normal with deviation √(2 / (fan_in + fan_out)) (Glorot &amp; Bengio, 2010): for tanh and sigmoid.</source>
        <translation>标准差为 √(2 / (fan_in + fan_out)) 的正态分布（Glorot &amp; Bengio, 2010）：用于 tanh 和 sigmoid。</translation>
    </message>
    <message>
        <source>Normal with deviation √(2 / fan_in) (He et al., 2015): for ReLU.</source>
        <translation>标准差为 √(2 / fan_in) 的正态分布（He et al., 2015）：用于 ReLU。</translation>
    </message>
    <message>
        <source>Normalise the input of each branch (trains more steadily) rather than the sum (the original).</source>
        <translation>对每个分支的输入做归一化（训练更稳定），而不是对相加的结果（原始做法）。</translation>
    </message>
    <message>
        <source>Normally distributed around 0, drawn again beyond two deviations.</source>
        <translation>在 0 附近正态分布，超出两倍标准差则重新抽取。</translation>
    </message>
    <message>
        <source>Normally distributed around 0.</source>
        <translation>以 0 为中心的正态分布。</translation>
    </message>
    <message>
        <source>Number of classes; 0: the target is a number.</source>
        <translation>类别数；0：目标为数值。</translation>
    </message>
    <message>
        <source>Number of groups; divides the channels.</source>
        <translation>组数；须整除通道数。</translation>
    </message>
    <message>
        <source>Number of samples.</source>
        <translation>样本数。</translation>
    </message>
    <message>
        <source>Number of segments.</source>
        <translation>段数。</translation>
    </message>
    <message>
        <source>Of a 1.</source>
        <translation>取 1 的概率。</translation>
    </message>
    <message>
        <source>Of each step.</source>
        <translation>用于每一步。</translation>
    </message>
    <message>
        <source>Of the LeakyReLU on the scores.</source>
        <translation>分数所用 LeakyReLU 的斜率。</translation>
    </message>
    <message>
        <source>Of the feed-forward network.</source>
        <translation>用于前馈网络。</translation>
    </message>
    <message>
        <source>Of the random numbers.</source>
        <translation>随机数的种子。</translation>
    </message>
    <message>
        <source>Of what is of a class, the share that was found: mean over classes, or that of class 1 with one score a sample.</source>
        <translation>某类样本中被找出的比例：取各类的均值；每个样本只有一个得分时取类别 1 的值。</translation>
    </message>
    <message>
        <source>Of what was taken for a class, the share that is of it: mean over classes, or that of class 1 with one score a sample.</source>
        <translation>判为某类的样本中确属该类的比例：取各类的平均；每个样本一个分数时取类别 1 的比例。</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>One factor for each class, for unbalanced data; empty: all 1.</source>
        <translation>每个类别一个系数，用于不均衡的数据；为空：全为 1。</translation>
    </message>
    <message>
        <source>One factor for each class; with one score, that of 1, while 0 has one minus it; empty: none.</source>
        <translation>每个类别一个系数；只有一个得分时为类别 1 的系数，类别 0 的系数为 1 减去它；为空则不加权。</translation>
    </message>
    <message>
        <source>One folder per class with PNG, JPEG and WebP images, decoded when they are needed.</source>
        <translation>每个类别一个文件夹，内含 PNG、JPEG 和 WebP 图像，用到时才解码。</translation>
    </message>
    <message>
        <source>One past the last, for each dimension.</source>
        <translation>每个维度上末尾元素的下一个位置。</translation>
    </message>
    <message>
        <source>One past the last; negative ones count from the end, 0: all the rest.</source>
        <translation>最后一个的下一个位置；负数从末尾数起，0：其余全部。</translation>
    </message>
    <message>
        <source>One slope for all channels.</source>
        <translation>所有通道共用一个斜率。</translation>
    </message>
    <message>
        <source>One vector for a sequence: a mean of its steps, weighted by scores that a small network gives to each (Yang et al., 2016).</source>
        <translation>为一个序列给出一个向量：各步的加权平均，权重由小网络为每步打分得到（Yang et al., 2016）。</translation>
    </message>
    <message>
        <source>One vector for each graph of a batch from those of its nodes.</source>
        <translation>由批次中每个图的各节点得到该图的一个向量。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output channels.</source>
        <translation>输出通道数。</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Outputs of each node and head.</source>
        <translation>每个节点、每个头的输出数。</translation>
    </message>
    <message>
        <source>Outputs of each node.</source>
        <translation>每个节点的输出数。</translation>
    </message>
    <message>
        <source>Outputs that one input reaches.</source>
        <translation>一个输入所连的输出数。</translation>
    </message>
    <message>
        <source>Outputs.</source>
        <translation>输出数。</translation>
    </message>
    <message>
        <source>Pad after</source>
        <translation>后侧填充</translation>
    </message>
    <message>
        <source>Pad before</source>
        <translation>前侧填充</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding after the last element; none: 0.</source>
        <translation>最后一个元素之后的填充；无：0。</translation>
    </message>
    <message>
        <source>Padding before the first element; none: 0.</source>
        <translation>第一个元素之前的填充；不填为 0。</translation>
    </message>
    <message>
        <source>Parameters without weight decay, with * for any text.</source>
        <translation>不做权重衰减的参数，* 代表任意文本。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Part of the training data that is kept for validation, if there is no validation data.</source>
        <translation>没有验证集时，从训练集中留出用于验证的比例。</translation>
    </message>
    <message>
        <source>Parts of the channels that are convolved apart; as many as channels: depthwise.</source>
        <translation>通道分成多少份分别做卷积；与通道数相同即为深度卷积。</translation>
    </message>
    <message>
        <source>Parts of the channels; must divide their number.</source>
        <translation>通道分成的组数；须整除通道数。</translation>
    </message>
    <message>
        <source>Passes over the training data.</source>
        <translation>遍历训练数据的次数。</translation>
    </message>
    <message>
        <source>Paths of the datasets to predict from.</source>
        <translation>作为预测输入的数据集的路径。</translation>
    </message>
    <message>
        <source>Paths of the datasets to predict.</source>
        <translation>作为预测目标的数据集路径。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心值</translation>
    </message>
    <message>
        <source>Picks along one dimension by number, as numpy.take does: the dimension is replaced by those of the indices. An index out of range ends the run.</source>
        <translation>沿一个维度按编号选取，与 numpy.take 相同：该维度换成索引的各维度。索引越界会使运行终止。</translation>
    </message>
    <message>
        <source>Pictures and labels in IDX files, as MNIST and Fashion-MNIST come, plain or gzipped.</source>
        <translation>IDX 文件中的图像和标签，即 MNIST 和 Fashion-MNIST 的格式，可为原始或 gzip 压缩。</translation>
    </message>
    <message>
        <source>Pinball loss: its best prediction is a quantile of the target, not its mean (Koenker &amp; Bassett, 1978).</source>
        <translation>分位数损失 (pinball)：最佳预测是目标的分位数，而不是均值（Koenker &amp; Bassett, 1978）。</translation>
    </message>
    <message>
        <source>Pixels are divided by it afterwards.</source>
        <translation>随后像素除以该值。</translation>
    </message>
    <message>
        <source>Pos weight</source>
        <translation>正样本权重</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Position of the largest element along one dimension; of equal ones the first.</source>
        <translation>沿一个维度的最大元素的位置；相等时取第一个。</translation>
    </message>
    <message>
        <source>Position of the smallest element along one dimension; of equal ones the first.</source>
        <translation>沿一个维度最小元素的位置；相等时取第一个。</translation>
    </message>
    <message>
        <source>Prefetch</source>
        <translation>预取数</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probability of a 0.</source>
        <translation>取 0 的概率。</translation>
    </message>
    <message>
        <source>Product of its inputs, element by element: a gate.</source>
        <translation>各输入逐元素相乘：门控。</translation>
    </message>
    <message>
        <source>Product over dimensions.</source>
        <translation>各维度上的乘积。</translation>
    </message>
    <message>
        <source>Product, element by element, with NumPy broadcasting.</source>
        <translation>逐元素求积，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Pull of the weights towards 0.</source>
        <translation>把权重拉向 0 的强度。</translation>
    </message>
    <message>
        <source>Puts in a dimension of size 1.</source>
        <translation>插入一个大小为 1 的维度。</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Query i sees only keys up to i + S - T.</source>
        <translation>查询 i 只能看到 i + S - T 及之前的键。</translation>
    </message>
    <message>
        <source>Quotient, element by element, with NumPy broadcasting. Of whole numbers: truncated.</source>
        <translation>逐元素求商，按 NumPy 规则广播。整数：截断。</translation>
    </message>
    <message>
        <source>RMSprop as torch.optim.RMSprop documents it (Hinton, lecture 6e): g = grad + weight_decay * param; s = alpha * s + (1 - alpha) * g^2; centered: a = alpha * a + (1 - alpha) * g, s - a^2 in place of s below; u = g / (sqrt(s) + epsilon); with velocity: velocity = momentum * velocity + u, param -= lr * velocity; without: param -= lr * u.</source>
        <translation>RMSprop，与 torch.optim.RMSprop 的文档一致（Hinton，第 6e 讲）：g = grad + weight_decay * param; s = alpha * s + (1 - alpha) * g^2；centered 时：a = alpha * a + (1 - alpha) * g，下式中以 s - a^2 代替 s；u = g / (sqrt(s) + epsilon)；有 velocity 时：velocity = momentum * velocity + u, param -= lr * velocity；没有时：param -= lr * u。</translation>
    </message>
    <message>
        <source>Random numbers of any shape, for benchmarks: normal inputs with uniform labels, or tokens with the next token as target.</source>
        <translation>任意形状的随机数，用于基准测试：正态输入配均匀标签，或以下一个词元为目标的词元序列。</translation>
    </message>
    <message>
        <source>Random stream of the dropout.</source>
        <translation>Dropout 的随机流。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Recurrent initializer</source>
        <translation>循环权重初始化方式</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>缩减倍数</translation>
    </message>
    <message>
        <source>Reorders the dimensions of each sample.</source>
        <translation>重排每个样本的维度。</translation>
    </message>
    <message>
        <source>Reorders the dimensions: dimension i of the result is dimension order[i] of x.</source>
        <translation>重排各维度：结果的第 i 维是 x 的第 order[i] 维。</translation>
    </message>
    <message>
        <source>Repeat each cell, or interpolate between them.</source>
        <translation>重复每个格，或在格间插值。</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Repeats along dimensions of size 1 and new leading ones, as NumPy broadcasting does.</source>
        <translation>沿大小为 1 的维度和新增的前导维度重复，与 NumPy 的广播相同。</translation>
    </message>
    <message>
        <source>Repeats the whole tensor along each dimension.</source>
        <translation>沿每个维度重复整个张量。</translation>
    </message>
    <message>
        <source>Return sequences</source>
        <translation>返回序列</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Reverses the order along dimensions.</source>
        <translation>沿若干维度反转顺序。</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升占比</translation>
    </message>
    <message>
        <source>Rises to the optimiser&apos;s learning rate and falls again, along cosines (Smith &amp; Topin, 2018).</source>
        <translation>沿余弦曲线上升到优化器的学习率，再下降（Smith &amp; Topin, 2018）。</translation>
    </message>
    <message>
        <source>Root mean square normalisation (Zhang &amp; Sennrich, 2019): y = x / sqrt(mean(x * x) + epsilon) * scale, the mean over the dimensions from axis to the last.</source>
        <translation>均方根归一化（Zhang &amp; Sennrich, 2019）：y = x / sqrt(mean(x * x) + epsilon) * scale，均值在从 axis 到最后一维上计算。</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the target.</source>
        <translation>均方误差的平方根，单位与目标相同。</translation>
    </message>
    <message>
        <source>Rotary base</source>
        <translation>旋转基数</translation>
    </message>
    <message>
        <source>Round the output size up: a last window may hang over the end.</source>
        <translation>输出大小向上取整：最后一个窗口可能超出末端。</translation>
    </message>
    <message>
        <source>Rows (or columns, if they are fewer) are orthonormal (Saxe et al., 2014): for deep and recurrent networks.</source>
        <translation>各行（若列数更少则为各列）标准正交（Saxe et al., 2014）：用于深层网络和循环网络。</translation>
    </message>
    <message>
        <source>Run from the end.</source>
        <translation>从末尾开始。</translation>
    </message>
    <message>
        <source>Running sum along one dimension.</source>
        <translation>沿一个维度的累加和。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples at a time in validation and test; 0: as in training.</source>
        <translation>验证和测试时每次的样本数；0：与训练相同。</translation>
    </message>
    <message>
        <source>Samples of one step.</source>
        <translation>一步的样本数。</translation>
    </message>
    <message>
        <source>Samples the spatial dimensions of [N, C, ...] anew at other sizes. The corners of the outer elements coincide, as in PyTorch with align_corners = False; nearest takes element floor(i * old / new).</source>
        <translation>按新的尺寸对 [N, C, ...] 的空间维度重新采样。外侧元素的角点重合，与 PyTorch 的 align_corners = False 相同；nearest 取第 floor(i * old / new) 个元素。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scaled dot-product attention over all heads (Vaswani et al., &quot;Attention is all you need&quot;, 2017): softmax(q k^T * scale + mask) v. Query head h uses key head h / (H / Hkv) (grouped queries, Ainslie et al., 2023). What mask, causal and lengths forbid has probability 0; a query that sees nothing gives zeros. Dropout draws the number of an element by its place in [N, H, T, S], as the op dropout does.</source>
        <translation>所有头上的缩放点积注意力（Vaswani et al., &quot;Attention is all you need&quot;, 2017）：softmax(q k^T * scale + mask) v。查询头 h 使用键头 h / (H / Hkv)（分组查询，Ainslie et al., 2023）。mask、causal 和 lengths 所禁止的位置概率为 0；什么都看不到的查询输出零。丢弃按元素在 [N, H, T, S] 中的位置取随机数，与 op dropout 相同。</translation>
    </message>
    <message>
        <source>Scores to probabilities that sum to 1. The loss cross_entropy has one of its own: do not put one in front of it.</source>
        <translation>把得分转换为总和为 1 的概率。损失 cross_entropy 自带 Softmax：不要在它前面再放一个。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>段数</translation>
    </message>
    <message>
        <source>Self-attention and a feed-forward network, each with a residual connection and layer norm (Vaswani et al., 2017). With `causal` it is a layer of a GPT. After the last one of a stack with norm_first a LayerNorm is usual.</source>
        <translation>自注意力和前馈网络，各带残差连接和层归一化（Vaswani et al., 2017）。设 `causal` 时即为 GPT 的一层。使用 norm_first 堆叠时，通常在最后一层之后加 LayerNorm。</translation>
    </message>
    <message>
        <source>Self-attention, attention to what an encoder gives, and a feed-forward network, each with a residual connection and layer norm (Vaswani et al., 2017). For a model without an encoder use TransformerEncoderLayer with `causal`.</source>
        <translation>自注意力、对编码器输出的注意力以及前馈网络，各带残差连接和层归一化（Vaswani et al., 2017）。没有编码器的模型请用带 `causal` 的 TransformerEncoderLayer。</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sets elements to 0 with probability rate and divides the others by 1 - rate (Srivastava et al., &quot;Dropout&quot;). Element i is kept if number i of Philox(seed, stream, step) is at least rate, in f32; the gradient draws the same numbers again, so that no mask is stored.</source>
        <translation>以概率 rate 把元素置 0，其余除以 1 - rate（Srivastava et al.，“Dropout”）。Philox(seed, stream, step) 的第 i 个数（f32）不小于 rate 时保留元素 i；计算梯度时重新生成相同的数，因此不存储掩码。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Share at the end of the text for testing.</source>
        <translation>文本末尾用于测试的比例。</translation>
    </message>
    <message>
        <source>Share of channels that are dropped.</source>
        <translation>丢弃的通道比例。</translation>
    </message>
    <message>
        <source>Share of elements that are dropped.</source>
        <translation>被丢弃元素的比例。</translation>
    </message>
    <message>
        <source>Share of samples for which the branch is dropped.</source>
        <translation>丢弃该分支的样本比例。</translation>
    </message>
    <message>
        <source>Share of samples whose best-scored class is the right one.</source>
        <translation>得分最高的类别正确的样本所占比例。</translation>
    </message>
    <message>
        <source>Share of samples whose right class is among the 3 best-scored ones.</source>
        <translation>正确类别位于得分最高的 3 个之中的样本比例。</translation>
    </message>
    <message>
        <source>Share of samples whose right class is among the 5 best-scored ones.</source>
        <translation>正确类别在得分最高的 5 个之中的样本所占比例。</translation>
    </message>
    <message>
        <source>Share of targets that should lie below the prediction.</source>
        <translation>目标值应低于预测值的比例。</translation>
    </message>
    <message>
        <source>Share of the batch in the running moments.</source>
        <translation>当前批次在滑动统计量中所占的比例。</translation>
    </message>
    <message>
        <source>Share of the last step that goes on.</source>
        <translation>上一步更新量中保留的比例。</translation>
    </message>
    <message>
        <source>Share of the probabilities set to zero; the rest is scaled up.</source>
        <translation>概率中被置零的比例；其余按比例放大。</translation>
    </message>
    <message>
        <source>Share of the run in which it rises.</source>
        <translation>上升阶段占整个运行的比例。</translation>
    </message>
    <message>
        <source>Share of the target that is spread evenly over all classes.</source>
        <translation>均匀分给所有类别的目标比例。</translation>
    </message>
    <message>
        <source>Share of the text before its end part for validation.</source>
        <translation>文本中用于验证的比例，位于末尾部分之前。</translation>
    </message>
    <message>
        <source>Share of the variance of the target that the prediction explains: 1 is perfect, 0 no better than the mean.</source>
        <translation>预测所解释的目标方差的比例：1 为完美，0 则不比均值更好。</translation>
    </message>
    <message>
        <source>Share of the weights that are dropped in training.</source>
        <translation>训练时丢弃的权重比例。</translation>
    </message>
    <message>
        <source>Share that is dropped between the layers in training.</source>
        <translation>训练时层间丢弃的比例。</translation>
    </message>
    <message>
        <source>Share that is dropped in training: of attention, of the feed-forward network, of each branch.</source>
        <translation>训练时的丢弃比例：用于注意力、前馈网络和各分支。</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Sine of an angle in radians.</source>
        <translation>角度（弧度）的正弦。</translation>
    </message>
    <message>
        <source>Sine waves of many lengths, which fit any length, or a learned vector for each position.</source>
        <translation>多种波长的正弦波，适合任意长度；或为每个位置学习一个向量。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of a step; the schedule scales it.</source>
        <translation>一步的大小；由学习率计划缩放。</translation>
    </message>
    <message>
        <source>Size of the new dimension.</source>
        <translation>新维度的大小。</translation>
    </message>
    <message>
        <source>Size of the output, one number or one for each dimension.</source>
        <translation>输出的大小，一个数或每个维度一个。</translation>
    </message>
    <message>
        <source>Size of the window, one number or one for each dimension.</source>
        <translation>窗口大小，一个数，或每个维度一个。</translation>
    </message>
    <message>
        <source>Size of the window, one per spatial dimension.</source>
        <translation>窗口的大小，每个空间维度一个。</translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation>窗口大小。</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Sizes of one sample.</source>
        <translation>单个样本的各维大小。</translation>
    </message>
    <message>
        <source>Sizes of the parts; they add up to the dimension.</source>
        <translation>各部分的大小；总和等于该维度的大小。</translation>
    </message>
    <message>
        <source>Sizes of the result.</source>
        <translation>结果的各维大小。</translation>
    </message>
    <message>
        <source>Sizes of the result; one may be -1.</source>
        <translation>结果的各维大小；其中一个可为 -1。</translation>
    </message>
    <message>
        <source>Sizes without the batch; one may be -1: it follows from the others.</source>
        <translation>不含批次维的各维大小；其中一个可为 -1：由其余推出。</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Slope for negative x.</source>
        <translation>x 为负时的斜率。</translation>
    </message>
    <message>
        <source>Slope for x &lt; 0.</source>
        <translation>x &lt; 0 时的斜率。</translation>
    </message>
    <message>
        <source>Smallest element of each segment, along the first dimension; 0 where a segment is empty. Equal ones share the gradient.</source>
        <translation>沿第一维，每段的最小元素；段为空时为 0。相等的元素平分梯度。</translation>
    </message>
    <message>
        <source>Smallest element over dimensions. Equal ones share the gradient.</source>
        <translation>各维度上的最小元素。相等者平分梯度。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑项</translation>
    </message>
    <message>
        <source>Softmax and cross entropy of class scores [N, C] or [N, C, ...] against class numbers [N] or [N, ...]. Give it raw scores, not probabilities.</source>
        <translation>对类别分数 [N, C] 或 [N, C, ...] 与类别编号 [N] 或 [N, ...] 计算 softmax 和交叉熵。输入应为原始分数，不是概率。</translation>
    </message>
    <message>
        <source>Sorts along one dimension and tells where the elements were. Equal ones keep their order; NaN counts as the largest.</source>
        <translation>沿一个维度排序，并给出各元素原来的位置。相等的元素保持原有顺序；NaN 视为最大。</translation>
    </message>
    <message>
        <source>Spatial sizes of the convolution&apos;s input.</source>
        <translation>卷积输入的空间尺寸。</translation>
    </message>
    <message>
        <source>Spatial sizes of the output.</source>
        <translation>输出的空间尺寸。</translation>
    </message>
    <message>
        <source>Spatial sizes of the pooling&apos;s input.</source>
        <translation>池化输入的空间尺寸。</translation>
    </message>
    <message>
        <source>Spatial sizes of the result.</source>
        <translation>结果的空间尺寸。</translation>
    </message>
    <message>
        <source>Spatial sizes of the weight.</source>
        <translation>权重的空间尺寸。</translation>
    </message>
    <message>
        <source>Square root.</source>
        <translation>平方根。</translation>
    </message>
    <message>
        <source>Squared for small errors, straight for large ones (Huber, 1964): 0.5 d^2 up to delta, then delta (|d| - 0.5 delta).</source>
        <translation>误差小时为平方，误差大时为线性（Huber, 1964）：delta 以内为 0.5 d^2，超出则为 delta (|d| - 0.5 delta)。</translation>
    </message>
    <message>
        <source>Standard deviation.</source>
        <translation>标准差。</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始检查点</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Step of the 3x3 window: 2 halves the size.</source>
        <translation>3x3 窗口的步幅：2 使尺寸减半。</translation>
    </message>
    <message>
        <source>Step of the window, one per spatial dimension; none: 1.</source>
        <translation>窗口的步幅，每个空间维度一个；不填为 1。</translation>
    </message>
    <message>
        <source>Step of the window, one per spatial dimension; none: the kernel, so that windows touch.</source>
        <translation>窗口的步幅，每个空间维度一个；无：等于核大小，窗口相接。</translation>
    </message>
    <message>
        <source>Step of the window.</source>
        <translation>窗口的步幅。</translation>
    </message>
    <message>
        <source>Step of the window; empty: its size.</source>
        <translation>窗口的步幅；为空则等于窗口大小。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps against the gradient, with momentum (Sutskever et al., 2013) and Nesterov&apos;s look ahead.</source>
        <translation>沿梯度反方向更新，带动量（Sutskever et al., 2013）和 Nesterov 前瞻。</translation>
    </message>
    <message>
        <source>Steps between checkpoints; 0: after each epoch.</source>
        <translation>检查点之间的步数；0：每轮之后。</translation>
    </message>
    <message>
        <source>Steps between validations; 0: after each epoch.</source>
        <translation>两次验证之间的步数；0：每轮之后。</translation>
    </message>
    <message>
        <source>Steps divided by a running root mean square of the gradient (Tieleman &amp; Hinton, 2012).</source>
        <translation>更新量除以梯度的滑动均方根（Tieleman &amp; Hinton, 2012）。</translation>
    </message>
    <message>
        <source>Steps divided by the root of the sum of all squared gradients (Duchi et al., 2011): for sparse features.</source>
        <translation>步长除以历次梯度平方和的平方根（Duchi et al., 2011）：适合稀疏特征。</translation>
    </message>
    <message>
        <source>Steps in which the learning rate rises evenly at first.</source>
        <translation>开始时学习率均匀上升的步数。</translation>
    </message>
    <message>
        <source>Steps of one size in the direction of the sign of a running mean (Chen et al., 2023). Use a tenth of Adam&apos;s learning rate.</source>
        <translation>沿滑动均值的符号方向更新，步长固定（Chen et al., 2023）。学习率取 Adam 的十分之一。</translation>
    </message>
    <message>
        <source>Steps scaled by running means of the gradient and its square (Kingma &amp; Ba, 2015). Weight decay counts as a part of the gradient.</source>
        <translation>按梯度及其平方的滑动均值缩放更新量（Kingma &amp; Ba, 2015）。权重衰减计入梯度。</translation>
    </message>
    <message>
        <source>Stops after so many validations without an improvement; 0: never.</source>
        <translation>连续这么多次验证没有改善则停止；0：从不停止。</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>随机流</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Subtract the mean of the training data from each feature and divide by the standard deviation.</source>
        <translation>每个特征减去训练数据的均值，再除以标准差。</translation>
    </message>
    <message>
        <source>Subtracted from pixels in [0, 1]; one or one per channel.</source>
        <translation>从 [0, 1] 的像素中减去；一个数，或每个通道一个。</translation>
    </message>
    <message>
        <source>Sum of its inputs: the end of a residual connection.</source>
        <translation>各输入之和：残差连接的终点。</translation>
    </message>
    <message>
        <source>Sum of the elements of each segment, along the first dimension. An id out of range ends the run.</source>
        <translation>沿第一维，每段元素的和。编号越界会终止运行。</translation>
    </message>
    <message>
        <source>Sum of the squares of all elements, one number.</source>
        <translation>所有元素的平方和，一个数。</translation>
    </message>
    <message>
        <source>Sum over dimensions other than the batch.</source>
        <translation>批次维以外各维度上的和。</translation>
    </message>
    <message>
        <source>Sum over dimensions.</source>
        <translation>各维度上的和。</translation>
    </message>
    <message>
        <source>Sum, element by element, with NumPy broadcasting.</source>
        <translation>逐元素求和，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Surrounds images (or signals) with zeros.</source>
        <translation>在图像（或信号）四周补零。</translation>
    </message>
    <message>
        <source>Surrounds the tensor with a constant value.</source>
        <translation>用常数值填充张量四周。</translation>
    </message>
    <message>
        <source>Swap the last two dimensions of a first.</source>
        <translation>先交换 a 的最后两维。</translation>
    </message>
    <message>
        <source>Swap the last two dimensions of b first.</source>
        <translation>先交换 b 的最后两维。</translation>
    </message>
    <message>
        <source>Taken off the count: 1 gives the estimate without bias.</source>
        <translation>从计数中减去的数：取 1 得到无偏估计。</translation>
    </message>
    <message>
        <source>Takes from `values` what stands where adaptive_max_pool finds the maximum of each window of x: the adjoint of adaptive_max_pool_grad.</source>
        <translation>从 `values` 中取 adaptive_max_pool 在 x 的各窗口内找到最大值处的元素：adaptive_max_pool_grad 的伴随运算。</translation>
    </message>
    <message>
        <source>Takes from `values` what stands where max_pool finds the maximum of each window of x: the adjoint of max_pool_grad.</source>
        <translation>在 max_pool 找到的 x 各窗口最大值的位置上，从 `values` 取值：它是 max_pool_grad 的伴随。</translation>
    </message>
    <message>
        <source>Takes out a dimension of size 1.</source>
        <translation>去掉一个大小为 1 的维度。</translation>
    </message>
    <message>
        <source>Tangent of an angle in radians.</source>
        <translation>角度（弧度）的正切。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets as</source>
        <translation>目标类型</translation>
    </message>
    <message>
        <source>Targets of this value count for nothing.</source>
        <translation>等于此值的目标不计入。</translation>
    </message>
    <message>
        <source>Targets of this value have loss 0 and no gradient.</source>
        <translation>取该值的目标损失为 0，且没有梯度。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Text files in UTF-8, put together in this order.</source>
        <translation>UTF-8 文本文件，按此顺序拼接。</translation>
    </message>
    <message>
        <source>The CSV file.</source>
        <translation>CSV 文件。</translation>
    </message>
    <message>
        <source>The HDF5 file.</source>
        <translation>HDF5 文件。</translation>
    </message>
    <message>
        <source>The adjoint of adaptive_avg_pool: spreads each element of grad evenly over its window.</source>
        <translation>adaptive_avg_pool 的伴随运算：把 grad 的每个元素均匀分摊到其窗口。</translation>
    </message>
    <message>
        <source>The adjoint of avg_pool: spreads each element of grad evenly over its window.</source>
        <translation>avg_pool 的伴随：把 grad 的每个元素平均分布到其窗口。</translation>
    </message>
    <message>
        <source>The adjoint of conv in its input: each element of grad is spread over the window that it came from. Also called transposed convolution. input_spatial picks one of the input sizes that give grad&apos;s size.</source>
        <translation>conv 对其输入的伴随运算：把 grad 的每个元素分摊到它来自的窗口。也称转置卷积。input_spatial 从能得到 grad 大小的各种输入大小中选定一个。</translation>
    </message>
    <message>
        <source>The adjoint of conv in its weight: correlates the input with the gradient of the output, summed over the batch.</source>
        <translation>conv 关于权重的伴随：输入与输出梯度做相关，并在批次上求和。</translation>
    </message>
    <message>
        <source>The adjoint of resize: takes the gradient of its result and gives that of its input, whose spatial sizes are `sizes`.</source>
        <translation>resize 的伴随运算：由其结果的梯度得到输入的梯度，输入的空间尺寸为 `sizes`。</translation>
    </message>
    <message>
        <source>The angle of the point (b, a) from the first axis, in (-pi, pi], element by element, with NumPy broadcasting.</source>
        <translation>点 (b, a) 与第一个轴的夹角，范围 (-pi, pi]，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>The character between cells, or &quot;tab&quot;.</source>
        <translation>单元格之间的分隔字符，或“tab”。</translation>
    </message>
    <message>
        <source>The dimension along which they are chosen.</source>
        <translation>沿哪个维度选取。</translation>
    </message>
    <message>
        <source>The dimension along which they are joined; 1 is the channels.</source>
        <translation>拼接所沿的维度；1 是通道维。</translation>
    </message>
    <message>
        <source>The dimension that sums to one.</source>
        <translation>和为一的维度。</translation>
    </message>
    <message>
        <source>The dimension that sums to one; negative ones count from the end.</source>
        <translation>总和为 1 的维度；负数从末尾算起。</translation>
    </message>
    <message>
        <source>The dimension whose exponentials sum to one.</source>
        <translation>指数之和为一的维度。</translation>
    </message>
    <message>
        <source>The dimension whose exponentials sum to one; negative ones count from the end.</source>
        <translation>指数总和为 1 的维度；负数从末尾算起。</translation>
    </message>
    <message>
        <source>The dimension, the batch being 0; negative ones count from the end.</source>
        <translation>维度，批次为第 0 维；负数从末尾数起。</translation>
    </message>
    <message>
        <source>The dimension; negative ones count from the end.</source>
        <translation>维度；负数从末尾算起。</translation>
    </message>
    <message>
        <source>The element of a where the condition holds, else that of b, with NumPy broadcasting.</source>
        <translation>条件成立处取 a 的元素，否则取 b 的元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</source>
        <translation>误差函数，2 / sqrt(pi) 乘以 exp(-t^2) 从 0 到 x 的积分。</translation>
    </message>
    <message>
        <source>The first value.</source>
        <translation>第一个值。</translation>
    </message>
    <message>
        <source>The gradient of gelu: grad × (Φ(x) + x φ(x)), or the derivative of the formula with tanh.</source>
        <translation>gelu 的梯度：grad × (Φ(x) + x φ(x))，或 tanh 公式的导数。</translation>
    </message>
    <message>
        <source>The gradient where the result of relu is positive, else 0. Takes the result, so that the input need not be kept.</source>
        <translation>relu 的结果为正处取梯度，否则为 0。以结果为输入，因此不必保留原输入。</translation>
    </message>
    <message>
        <source>The k largest (or smallest) elements along one dimension, best first, and where they were. Equal ones keep their order.</source>
        <translation>沿一个维度最大（或最小）的 k 个元素，最优者在前，以及它们的位置。相等的元素保持原有顺序。</translation>
    </message>
    <message>
        <source>The k largest (or smallest) values along one dimension, best first, and where they were.</source>
        <translation>沿一个维度的 k 个最大（或最小）值，最优者在前，并给出其位置。</translation>
    </message>
    <message>
        <source>The larger of two, element by element, with NumPy broadcasting. Equal ones share the gradient.</source>
        <translation>逐元素取两者中较大的，按 NumPy 规则广播。相等时平分梯度。</translation>
    </message>
    <message>
        <source>The largest whole number that is not greater.</source>
        <translation>不大于它的最大整数。</translation>
    </message>
    <message>
        <source>The largest, else the smallest.</source>
        <translation>取最大的，否则取最小的。</translation>
    </message>
    <message>
        <source>The limit for large negative x is -alpha.</source>
        <translation>x 趋于负无穷时的极限为 -alpha。</translation>
    </message>
    <message>
        <source>The limit for x to minus infinity is -alpha.</source>
        <translation>x 趋于负无穷时的极限为 -alpha。</translation>
    </message>
    <message>
        <source>The nearest whole number; halves go to the even one.</source>
        <translation>最接近的整数；恰为一半时取偶数。</translation>
    </message>
    <message>
        <source>The negative of each element.</source>
        <translation>每个元素取负。</translation>
    </message>
    <message>
        <source>The opposite of each truth value.</source>
        <translation>对每个真值取反。</translation>
    </message>
    <message>
        <source>The part from begin up to, not including, end of each dimension, every step-th element.</source>
        <translation>每个维度从 begin（含）到 end（不含）、每隔 step 取一个元素的部分。</translation>
    </message>
    <message>
        <source>The positions that sort x along one dimension. Equal ones keep their order.</source>
        <translation>使 x 沿一个维度排好序的位置。相等者保持原有顺序。</translation>
    </message>
    <message>
        <source>The row of the table for each number. A number out of range ends the run.</source>
        <translation>每个编号对应的表中的行。编号越界会终止运行。</translation>
    </message>
    <message>
        <source>The same all the time.</source>
        <translation>始终不变。</translation>
    </message>
    <message>
        <source>The same elements in the same order under another shape. One size may be -1: it follows from the others.</source>
        <translation>元素和顺序不变，换成另一形状。其中一个大小可为 -1：由其余推出。</translation>
    </message>
    <message>
        <source>The same for targets.</source>
        <translation>同上，用于目标。</translation>
    </message>
    <message>
        <source>The same numbers in the same order under another shape, sample by sample.</source>
        <translation>数值和顺序不变，逐样本换成另一形状。</translation>
    </message>
    <message>
        <source>The same tensor in another memory layout. Put in by the layout pass only; the layout itself stands on the values.</source>
        <translation>内存布局不同的同一张量。仅由布局优化插入；布局本身记录在各个值上。</translation>
    </message>
    <message>
        <source>The same values, through which no gradient flows.</source>
        <translation>数值不变，但没有梯度通过。</translation>
    </message>
    <message>
        <source>The slope at first.</source>
        <translation>初始斜率。</translation>
    </message>
    <message>
        <source>The smaller of two, element by element, with NumPy broadcasting. Equal ones share the gradient.</source>
        <translation>逐元素取两者中较小的，按 NumPy 规则广播。相等时平分梯度。</translation>
    </message>
    <message>
        <source>The smallest whole number that is not less.</source>
        <translation>不小于它的最小整数。</translation>
    </message>
    <message>
        <source>The state after each step, else only the last one.</source>
        <translation>给出每一步之后的状态，否则只给出最后一步的。</translation>
    </message>
    <message>
        <source>The validation figure that decides on the best checkpoint, early stopping and plateau: loss or a metric.</source>
        <translation>决定最佳检查点、早停和 plateau 的验证指标：损失或某个指标。</translation>
    </message>
    <message>
        <source>The value of every element.</source>
        <translation>每个元素的值。</translation>
    </message>
    <message>
        <source>The value of the added elements.</source>
        <translation>所加元素的值。</translation>
    </message>
    <message>
        <source>The value.</source>
        <translation>值。</translation>
    </message>
    <message>
        <source>Threads that prepare batches; 0: none of their own.</source>
        <translation>准备批次的线程数；0：不使用单独的线程。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目标布局</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Transpose a</source>
        <translation>转置 a</translation>
    </message>
    <message>
        <source>Transpose b</source>
        <translation>转置 b</translation>
    </message>
    <message>
        <source>Transposed convolution over images [N, C, H, W]: the gradient of a convolution as a layer, for upsampling.</source>
        <translation>图像 [N, C, H, W] 上的转置卷积：把卷积的梯度用作层，用于上采样。</translation>
    </message>
    <message>
        <source>Transposed convolution over sequences [N, C, L]: the gradient of a convolution as a layer, for upsampling.</source>
        <translation>对序列 [N, C, L] 做转置卷积：把卷积的梯度用作层，用于上采样。</translation>
    </message>
    <message>
        <source>Transposed convolution over volumes [N, C, D, H, W]: the gradient of a convolution as a layer, for upsampling.</source>
        <translation>体数据 [N, C, D, H, W] 上的转置卷积：把卷积的梯度用作层，用于上采样。</translation>
    </message>
    <message>
        <source>Transposed convolution: conv_input_grad with the size (n - 1) * stride + dilation * (kernel - 1) + 1 - pad_before - pad_after + output_padding, plus a bias for each channel.</source>
        <translation>转置卷积：尺寸为 (n - 1) * stride + dilation * (kernel - 1) + 1 - pad_before - pad_after + output_padding 的 conv_input_grad，再为每个通道加偏置。</translation>
    </message>
    <message>
        <source>Two 3x3 convolutions with batch norm around which the input is added (He et al., 2016): the block of ResNet-18 and -34.</source>
        <translation>两个带批归一化的 3x3 卷积，输入绕过它们相加（He et al., 2016）：ResNet-18 和 ResNet-34 的残差块。</translation>
    </message>
    <message>
        <source>Type of the result: floating, whole, or bool (whether it is not 0).</source>
        <translation>结果的类型：浮点、整数或 bool（是否不为 0）。</translation>
    </message>
    <message>
        <source>Uniform with bound √(1 / fan_in): what PyTorch uses for Linear and Conv layers and their biases.</source>
        <translation>界限为 √(1 / fan_in) 的均匀分布：PyTorch 用于 Linear 层和 Conv 层及其偏置。</translation>
    </message>
    <message>
        <source>Uniform with bound √(3 / fan_in) (LeCun et al., 1998): for SELU and linear layers.</source>
        <translation>界为 √(3 / fan_in) 的均匀分布（LeCun et al., 1998）：用于 SELU 和线性层。</translation>
    </message>
    <message>
        <source>Uniform with bound √(6 / (fan_in + fan_out)) (Glorot &amp; Bengio, 2010): for tanh and sigmoid.</source>
        <translation>界限为 √(6 / (fan_in + fan_out)) 的均匀分布（Glorot &amp; Bengio, 2010）：用于 tanh 和 sigmoid。</translation>
    </message>
    <message>
        <source>Uniform with bound √(6 / fan_in) (He et al., 2015): for ReLU.</source>
        <translation>界为 √(6 / fan_in) 的均匀分布（He et al., 2015）：用于 ReLU。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Upper bound.</source>
        <translation>上界。</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Validations without an improvement before a reduction.</source>
        <translation>连续这么多次验证没有改善后降低。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Warmup from</source>
        <translation>预热起点</translation>
    </message>
    <message>
        <source>Warmup steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>Weighs the channels by what all positions together say of them (Hu et al., 2018).</source>
        <translation>根据所有位置的整体信息为各通道加权（Hu et al., 2018）。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>What a token is.</source>
        <translation>以什么作为词元。</translation>
    </message>
    <message>
        <source>What counts as an improvement of the monitored figure.</source>
        <translation>监控指标变化多少才算改善。</translation>
    </message>
    <message>
        <source>What is measured; empty: what goes with the loss.</source>
        <translation>要测量的指标；为空：与损失相配的指标。</translation>
    </message>
    <message>
        <source>What is taken of the nodes.</source>
        <translation>对节点取什么。</translation>
    </message>
    <message>
        <source>What to do about missing cells: refuse, fill in the mean of the feature, or leave the row out.</source>
        <translation>如何处理缺失的单元格：拒绝、以该特征的均值填补，或舍去该行。</translation>
    </message>
    <message>
        <source>Where a field of the data enters the model. Inside of a group it is one of the group&apos;s inputs, in the order of the layers.</source>
        <translation>数据字段进入模型的位置。在组内，它是组的一个输入，按层的顺序排列。</translation>
    </message>
    <message>
        <source>Where it stands afterwards, the batch being 0; -1: at the end.</source>
        <translation>变换后所在的位置，批次为第 0 维；-1：放在末尾。</translation>
    </message>
    <message>
        <source>Where the straight part begins.</source>
        <translation>直线部分的起点。</translation>
    </message>
    <message>
        <source>Whether a &lt; b, element by element, with NumPy broadcasting.</source>
        <translation>是否 a &lt; b，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a &lt;= b, element by element, with NumPy broadcasting.</source>
        <translation>逐元素判断 a &lt;= b，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a = b, element by element, with NumPy broadcasting.</source>
        <translation>是否 a = b，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a &gt; b, element by element, with NumPy broadcasting.</source>
        <translation>逐元素判断 a &gt; b，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a &gt;= b, element by element, with NumPy broadcasting.</source>
        <translation>是否 a &gt;= b，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a and b, element by element, with NumPy broadcasting.</source>
        <translation>逐元素判断 a 与 b 是否都为真，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a differs from b, element by element, with NumPy broadcasting.</source>
        <translation>a 与 b 是否不同，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether a learned factor is applied.</source>
        <translation>是否乘以可学习的系数。</translation>
    </message>
    <message>
        <source>Whether a learned offset is added to each channel.</source>
        <translation>是否为每个通道加上学习得到的偏移。</translation>
    </message>
    <message>
        <source>Whether a learned offset is added.</source>
        <translation>是否加上可学习的偏移。</translation>
    </message>
    <message>
        <source>Whether a or b, element by element, with NumPy broadcasting.</source>
        <translation>a 或 b 是否为真，逐元素，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether all elements are true, over dimensions.</source>
        <translation>沿若干维度判断是否所有元素都为真。</translation>
    </message>
    <message>
        <source>Whether an incomplete last batch is left out.</source>
        <translation>是否舍去最后一个不完整的批次。</translation>
    </message>
    <message>
        <source>Whether any element is true, over dimensions.</source>
        <translation>沿若干维度判断是否有元素为真。</translation>
    </message>
    <message>
        <source>Whether each element is neither infinite nor NaN.</source>
        <translation>各元素是否既非无穷也非 NaN。</translation>
    </message>
    <message>
        <source>Whether each element is not a number.</source>
        <translation>判断每个元素是否为 NaN。</translation>
    </message>
    <message>
        <source>Whether each epoch has an order of its own.</source>
        <translation>每一轮是否各用不同的顺序。</translation>
    </message>
    <message>
        <source>Whether exactly one of a and b, element by element, with NumPy broadcasting.</source>
        <translation>逐元素判断 a 与 b 是否恰有一个为真，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>Whether learned offsets are added.</source>
        <translation>是否加上学习得到的偏移。</translation>
    </message>
    <message>
        <source>Whether the first line names the columns; else they are &quot;column 1&quot;, &quot;column 2&quot;, ...</source>
        <translation>第一行是否为列名；否则列名为“column 1”、“column 2”……</translation>
    </message>
    <message>
        <source>Whether the mean gradient is taken off first.</source>
        <translation>是否先减去梯度的均值。</translation>
    </message>
    <message>
        <source>Whether the projections have a learned offset.</source>
        <translation>投影是否带可学习的偏移。</translation>
    </message>
    <message>
        <source>Whether the target is a class or a number.</source>
        <translation>目标是类别还是数值。</translation>
    </message>
    <message>
        <source>Whether the weight is transposed.</source>
        <translation>权重是否转置。</translation>
    </message>
    <message>
        <source>Which of the independent sequences of the run.</source>
        <translation>使用运行中哪一个独立的随机序列。</translation>
    </message>
    <message>
        <source>Which part of the text, cut by position so that no window is in two parts.</source>
        <translation>取文本的哪一部分；按位置切分，没有窗口跨两个部分。</translation>
    </message>
    <message>
        <source>Width of the feed-forward network; 0: four times that of the input.</source>
        <translation>前馈网络的宽度；0：输入宽度的四倍。</translation>
    </message>
    <message>
        <source>Width of the network that scores; 0: that of the input.</source>
        <translation>打分网络的宽度；0：与输入相同。</translation>
    </message>
    <message>
        <source>Width of the state, of each direction.</source>
        <translation>每个方向的状态宽度。</translation>
    </message>
    <message>
        <source>Windows of a text with the next token as target at each place, for language models.</source>
        <translation>文本的窗口，每个位置以下一个词元为目标，用于语言模型。</translation>
    </message>
    <message>
        <source>[..., K]</source>
        <translation>[..., K]</translation>
    </message>
    <message>
        <source>[..., units]</source>
        <translation>[..., units]</translation>
    </message>
    <message>
        <source>[C, O / groups, kernel...]</source>
        <translation>[C, O / groups, kernel...]</translation>
    </message>
    <message>
        <source>[C]</source>
        <translation>[C]</translation>
    </message>
    <message>
        <source>[C], biased, of the batch</source>
        <translation>[C]，批次的有偏方差</translation>
    </message>
    <message>
        <source>[C], from batch_norm</source>
        <translation>[C]，来自 batch_norm</translation>
    </message>
    <message>
        <source>[C], not negative</source>
        <translation>[C]，非负</translation>
    </message>
    <message>
        <source>[C], of the batch</source>
        <translation>[C]，当前批次的</translation>
    </message>
    <message>
        <source>[K, units], or [units, K] if transposed</source>
        <translation>[K, units]，转置时为 [units, K]</translation>
    </message>
    <message>
        <source>[N, ..., C]</source>
        <translation>[N, ..., C]</translation>
    </message>
    <message>
        <source>[N, ..., classes]</source>
        <translation>[N, ..., classes]</translation>
    </message>
    <message>
        <source>[N, ..., units]</source>
        <translation>[N, ..., units]</translation>
    </message>
    <message>
        <source>[N, ...]</source>
        <translation>[N, ...]</translation>
    </message>
    <message>
        <source>[N, ...] or [N, K, ...]</source>
        <translation>[N, ...] 或 [N, K, ...]</translation>
    </message>
    <message>
        <source>[N, C, ...]</source>
        <translation>[N, C, ...]</translation>
    </message>
    <message>
        <source>[N, C, 1 to 3 spatial dimensions]</source>
        <translation>[N, C, 1 到 3 个空间维度]</translation>
    </message>
    <message>
        <source>[N, C, H, W]</source>
        <translation>[N, C, H, W]</translation>
    </message>
    <message>
        <source>[N, C, input_spatial...]</source>
        <translation>[N, C, input_spatial...]</translation>
    </message>
    <message>
        <source>[N, C, spatial...]</source>
        <translation>[N, C, spatial...]</translation>
    </message>
    <message>
        <source>[N, C]</source>
        <translation>[N, C]</translation>
    </message>
    <message>
        <source>[N, C] or [N, C, ...]</source>
        <translation>[N, C] 或 [N, C, ...]</translation>
    </message>
    <message>
        <source>[N, C], or [N, C, 1, ...] with keep_dims</source>
        <translation>[N, C]；keep_dims 时为 [N, C, 1, ...]</translation>
    </message>
    <message>
        <source>[N, H, T, D]</source>
        <translation>[N, H, T, D]</translation>
    </message>
    <message>
        <source>[N, H, T, Dv]</source>
        <translation>[N, H, T, Dv]</translation>
    </message>
    <message>
        <source>[N, H, T, Dv], from attention</source>
        <translation>[N, H, T, Dv]，来自 attention</translation>
    </message>
    <message>
        <source>[N, H], after the last step</source>
        <translation>[N, H]，最后一步之后</translation>
    </message>
    <message>
        <source>[N, H], the cell before; absent: zeros</source>
        <translation>[N, H]，上一步的细胞状态；缺省：零</translation>
    </message>
    <message>
        <source>[N, H], the state before; absent: zeros</source>
        <translation>[N, H]，之前的状态；缺省为零</translation>
    </message>
    <message>
        <source>[N, H]; absent: zero</source>
        <translation>[N, H]；缺省：零</translation>
    </message>
    <message>
        <source>[N, Hkv, S, D]</source>
        <translation>[N, Hkv, S, D]</translation>
    </message>
    <message>
        <source>[N, Hkv, S, Dv]</source>
        <translation>[N, Hkv, S, Dv]</translation>
    </message>
    <message>
        <source>[N, O, spatial...]</source>
        <translation>[N, O, spatial...]</translation>
    </message>
    <message>
        <source>[N, O, spatial...], as conv&apos;s output</source>
        <translation>[N, O, spatial...]，与 conv 的输出相同</translation>
    </message>
    <message>
        <source>[N, S, ...]</source>
        <translation>[N, S, ...]</translation>
    </message>
    <message>
        <source>[N, S, C2], of the encoder</source>
        <translation>[N, S, C2]，来自编码器</translation>
    </message>
    <message>
        <source>[N, S, C2]; not wired: the query</source>
        <translation>[N, S, C2]；未连接时用查询</translation>
    </message>
    <message>
        <source>[N, S, C3]; not wired: the key</source>
        <translation>[N, S, C3]；未连接：使用键</translation>
    </message>
    <message>
        <source>[N, T, C]</source>
        <translation>[N, T, C]</translation>
    </message>
    <message>
        <source>[N, T, units * directions], 0 beyond the length; or the last states [N, units * directions]</source>
        <translation>[N, T, units * directions]，超出长度处为 0；或最后的状态 [N, units * directions]</translation>
    </message>
    <message>
        <source>[N, features]</source>
        <translation>[N, features]</translation>
    </message>
    <message>
        <source>[N, features] or [N, ..., features]</source>
        <translation>[N, features] 或 [N, ..., features]</translation>
    </message>
    <message>
        <source>[N, filters * expansion, H / stride, W / stride]</source>
        <translation>[N, filters * expansion, H / stride, W / stride]</translation>
    </message>
    <message>
        <source>[N, filters, H / stride, W / stride]</source>
        <translation>[N, filters, H / stride, W / stride]</translation>
    </message>
    <message>
        <source>[N]: valid keys of each example</source>
        <translation>[N]：每个样本的有效键数</translation>
    </message>
    <message>
        <source>[N]: valid steps of each example</source>
        <translation>[N]：每个样本的有效步数</translation>
    </message>
    <message>
        <source>[N]: valid steps of each example&apos;s memory</source>
        <translation>[N]：每个样本的 memory 的有效步数</translation>
    </message>
    <message>
        <source>[O, C / groups, kernel...]</source>
        <translation>[O, C / groups, kernel...]</translation>
    </message>
    <message>
        <source>[O]</source>
        <translation>[O]</translation>
    </message>
    <message>
        <source>[T, N, H], the first output</source>
        <translation>[T, N, H]，第一个输出</translation>
    </message>
    <message>
        <source>[T, N, H], the state after each step</source>
        <translation>[T, N, H]，每一步之后的状态</translation>
    </message>
    <message>
        <source>[T, N, H]; absent: zero</source>
        <translation>[T, N, H]；缺省：零</translation>
    </message>
    <message>
        <source>[T, N, I]</source>
        <translation>[T, N, I]</translation>
    </message>
    <message>
        <source>[T, S], [N, T, S] or [N, heads, T, S]: added to the scores, or bool: true where a query may look</source>
        <translation>[T, S]、[N, T, S] 或 [N, heads, T, S]：加到分数上；若为 bool：true 表示查询可以看到</translation>
    </message>
    <message>
        <source>[elements, ...]</source>
        <translation>[elements, ...]</translation>
    </message>
    <message>
        <source>[gates * H, H]</source>
        <translation>[gates * H, H]</translation>
    </message>
    <message>
        <source>[gates * H, I]</source>
        <translation>[gates * H, I]</translation>
    </message>
    <message>
        <source>[gates * H]</source>
        <translation>[gates * H]</translation>
    </message>
    <message>
        <source>[graphs, C]</source>
        <translation>[graphs, C]</translation>
    </message>
    <message>
        <source>[nodes, C]</source>
        <translation>[nodes, C]</translation>
    </message>
    <message>
        <source>[nodes, heads * units]</source>
        <translation>[nodes, heads * units]</translation>
    </message>
    <message>
        <source>[nodes, units]</source>
        <translation>[nodes, units]</translation>
    </message>
    <message>
        <source>[nodes]: which graph each node belongs to; not wired: all are one</source>
        <translation>[nodes]：每个节点所属的图；未连接时全部属于一个图</translation>
    </message>
    <message>
        <source>[rows, width]</source>
        <translation>[rows, width]</translation>
    </message>
    <message>
        <source>[segments, ...]</source>
        <translation>[segments, ...]</translation>
    </message>
    <message>
        <source>[units]</source>
        <translation>[units]</translation>
    </message>
    <message>
        <source>a - b * floor(a / b), the remainder that has the sign of b, element by element, with NumPy broadcasting.</source>
        <translation>a - b * floor(a / b)，与 b 同号的余数，逐元素计算，按 NumPy 规则广播。</translation>
    </message>
    <message>
        <source>a to the power of b, element by element, with NumPy broadcasting. Derivatives with respect to b are 0 where a is not positive.</source>
        <translation>a 的 b 次幂，逐元素，按 NumPy 规则广播。a 不为正处，对 b 的导数为 0。</translation>
    </message>
    <message>
        <source>as given to attention</source>
        <translation>与传给 attention 的相同</translation>
    </message>
    <message>
        <source>as given to group_norm</source>
        <translation>与传给 group_norm 的相同</translation>
    </message>
    <message>
        <source>as given to layer_norm</source>
        <translation>与传给 layer_norm 的相同</translation>
    </message>
    <message>
        <source>as given to rms_norm</source>
        <translation>与传给 rms_norm 的相同</translation>
    </message>
    <message>
        <source>as given to softmax_cross_entropy</source>
        <translation>与传给 softmax_cross_entropy 的相同</translation>
    </message>
    <message>
        <source>as in MultiHeadAttention</source>
        <translation>与 MultiHeadAttention 中相同</translation>
    </message>
    <message>
        <source>as in MultiHeadAttention, for self-attention</source>
        <translation>同 MultiHeadAttention，用于自注意力</translation>
    </message>
    <message>
        <source>as logits</source>
        <translation>与 logits 相同</translation>
    </message>
    <message>
        <source>as the output of adaptive_avg_pool</source>
        <translation>与 adaptive_avg_pool 的输出相同</translation>
    </message>
    <message>
        <source>as the output of adaptive_max_pool</source>
        <translation>与 adaptive_max_pool 的输出相同</translation>
    </message>
    <message>
        <source>as the output of avg_pool</source>
        <translation>与 avg_pool 的输出相同</translation>
    </message>
    <message>
        <source>as the output of max_pool</source>
        <translation>与 max_pool 的输出相同</translation>
    </message>
    <message>
        <source>as x</source>
        <translation>同 x</translation>
    </message>
    <message>
        <source>bool</source>
        <translation>bool</translation>
    </message>
    <message>
        <source>broadcastable to [N, H, T, S]: added to the scores, or bool: true where a query may see a key</source>
        <translation>可广播到 [N, H, T, S]：加到得分上；或为 bool：查询可以看到键时为真</translation>
    </message>
    <message>
        <source>e to the power of each element.</source>
        <translation>以 e 为底、各元素为指数的幂。</translation>
    </message>
    <message>
        <source>equal in all other dimensions</source>
        <translation>其他维度都相等</translation>
    </message>
    <message>
        <source>exp of the mean loss: among how many equally likely words the model is undecided, if the loss is cross_entropy.</source>
        <translation>平均损失的 exp：损失为 cross_entropy 时，表示模型在多少个同等可能的词之间犹豫不决。</translation>
    </message>
    <message>
        <source>exp(x) - 1, exact for small x.</source>
        <translation>exp(x) - 1，x 很小时也精确。</translation>
    </message>
    <message>
        <source>exp(x) / sum(exp(x)) along an axis, computed from x - max(x), so that nothing overflows.</source>
        <translation>沿一个轴的 exp(x) / sum(exp(x))，由 x - max(x) 计算，因此不会溢出。</translation>
    </message>
    <message>
        <source>exp(x) over the sum of exp within the segment, without overflow, along the first dimension.</source>
        <translation>exp(x) 除以段内 exp 之和，不会溢出，沿第一维。</translation>
    </message>
    <message>
        <source>f32[]</source>
        <translation>f32[]</translation>
    </message>
    <message>
        <source>for centered</source>
        <translation>用于 centered</translation>
    </message>
    <message>
        <source>i32 or i64</source>
        <translation>i32 或 i64</translation>
    </message>
    <message>
        <source>i32 or i64, from 0 up to the size of the dimension</source>
        <translation>i32 或 i64，从 0（含）到该维度的大小（不含）</translation>
    </message>
    <message>
        <source>i32 or i64, of any shape</source>
        <translation>i32 或 i64，任意形状</translation>
    </message>
    <message>
        <source>i32 or i64, of the shape of x but for one dimension</source>
        <translation>i32 或 i64，除一个维度外形状与 x 相同</translation>
    </message>
    <message>
        <source>i64</source>
        <translation>i64</translation>
    </message>
    <message>
        <source>i64[N, ...]</source>
        <translation>i64[N, ...]</translation>
    </message>
    <message>
        <source>i64[N, ...], class numbers</source>
        <translation>i64[N, ...]，类别编号</translation>
    </message>
    <message>
        <source>i64[N]: only the first so many keys of an example count</source>
        <translation>i64[N]：每个样本只计前这么多个键</translation>
    </message>
    <message>
        <source>i64[N]: valid steps of each example; later ones give y = 0 and keep the state</source>
        <translation>i64[N]：每个样本的有效步数；之后的步输出 y = 0 并保持状态</translation>
    </message>
    <message>
        <source>i64[elements], from 0 up to segments; in any order</source>
        <translation>i64[elements]，从 0（含）到 segments（不含）；顺序任意</translation>
    </message>
    <message>
        <source>ids.shape + [width]</source>
        <translation>ids.shape + [width]</translation>
    </message>
    <message>
        <source>if given</source>
        <translation>若给定</translation>
    </message>
    <message>
        <source>indices.shape + [classes]</source>
        <translation>indices.shape + [classes]</translation>
    </message>
    <message>
        <source>learning rate, f32[]</source>
        <translation>学习率，f32[]</translation>
    </message>
    <message>
        <source>log of the sum of exp(x) over dimensions, without overflow.</source>
        <translation>各维度上 exp(x) 之和的 log，不会溢出。</translation>
    </message>
    <message>
        <source>log(1 + exp(x)), without overflow.</source>
        <translation>log(1 + exp(x))，不会溢出。</translation>
    </message>
    <message>
        <source>log(1 + exp(x)): a smooth ReLU.</source>
        <translation>log(1 + exp(x))：平滑的 ReLU。</translation>
    </message>
    <message>
        <source>log(1 + x), exact for small x.</source>
        <translation>log(1 + x)，x 很小时也精确。</translation>
    </message>
    <message>
        <source>log(cosh(d)): about 0.5 d^2 for small errors and |d| - log 2 for large ones, smooth everywhere.</source>
        <translation>log(cosh(d))：误差小时约为 0.5 d^2，误差大时约为 |d| - log 2，处处光滑。</translation>
    </message>
    <message>
        <source>max(0, 1 - y x) of one score x for each sample, with y = -1 for the target 0 (or -1) and 1 for 1: the loss of support vector machines.</source>
        <translation>max(0, 1 - y x)，每个样本一个得分 x，目标为 0（或 -1）时 y = -1，目标为 1 时 y = 1：支持向量机的损失。</translation>
    </message>
    <message>
        <source>max(0, x) + min(0, alpha * (exp(x / alpha) - 1)) (Barron, &quot;Continuously Differentiable Exponential Linear Units&quot;).</source>
        <translation>max(0, x) + min(0, alpha * (exp(x / alpha) - 1))（Barron, &quot;Continuously Differentiable Exponential Linear Units&quot;）。</translation>
    </message>
    <message>
        <source>max(x, 0).</source>
        <translation>max(x, 0)。</translation>
    </message>
    <message>
        <source>max(x, 0). The derivative at 0 is taken as 0.</source>
        <translation>max(x, 0)。0 处的导数取 0。</translation>
    </message>
    <message>
        <source>min(max(x / 6 + 1 / 2, 0), 1).</source>
        <translation>min(max(x / 6 + 1 / 2, 0), 1)。</translation>
    </message>
    <message>
        <source>number of this update, counted from 1, i64[]</source>
        <translation>本次更新的编号，从 1 数起，i64[]</translation>
    </message>
    <message>
        <source>of one shape, or of shapes that broadcast</source>
        <translation>形状相同，或可相互广播</translation>
    </message>
    <message>
        <source>of squares</source>
        <translation>平方的累加和</translation>
    </message>
    <message>
        <source>of the shape of the indices</source>
        <translation>形状与索引相同</translation>
    </message>
    <message>
        <source>one for each size</source>
        <translation>每个尺寸一个</translation>
    </message>
    <message>
        <source>one output for each size</source>
        <translation>每个大小一个输出</translation>
    </message>
    <message>
        <source>scale * elu(x, alpha) with the constants of Klambauer et al., &quot;Self-Normalizing Neural Networks&quot;, that keep mean 0 and variance 1.</source>
        <translation>scale * elu(x, alpha)，常数取自 Klambauer et al., &quot;Self-Normalizing Neural Networks&quot;，使均值保持 0、方差保持 1。</translation>
    </message>
    <message>
        <source>start, start + step, start + 2 step, ... along one dimension; the same for all others.</source>
        <translation>沿一个维度为 start, start + step, start + 2 step, ...；其他维度上都相同。</translation>
    </message>
    <message>
        <source>the normalised dimensions of x</source>
        <translation>x 的归一化维度</translation>
    </message>
    <message>
        <source>whole numbers [2, E]: from, to</source>
        <translation>整数 [2, E]：起点、终点</translation>
    </message>
    <message>
        <source>whole numbers, [N] or [N, ...]</source>
        <translation>整数，[N] 或 [N, ...]</translation>
    </message>
    <message>
        <source>whole numbers, [N] or [N, K]</source>
        <translation>整数，[N] 或 [N, K]</translation>
    </message>
    <message>
        <source>x * hardsigmoid(x) (Howard et al., &quot;Searching for MobileNetV3&quot;).</source>
        <translation>x * hardsigmoid(x)（Howard et al., &quot;Searching for MobileNetV3&quot;）。</translation>
    </message>
    <message>
        <source>x * sigmoid(x), also known as swish.</source>
        <translation>x * sigmoid(x)，也称 swish。</translation>
    </message>
    <message>
        <source>x * tanh(softplus(x)) (Misra, &quot;Mish&quot;).</source>
        <translation>x * tanh(softplus(x))（Misra, &quot;Mish&quot;）。</translation>
    </message>
    <message>
        <source>x * x.</source>
        <translation>x * x。</translation>
    </message>
    <message>
        <source>x - log(sum(exp(x))) along an axis, computed from x - max(x), so that nothing overflows.</source>
        <translation>沿一个轴的 x - log(sum(exp(x)))，由 x - max(x) 计算，因此不会溢出。</translation>
    </message>
    <message>
        <source>x / (1 + |x|).</source>
        <translation>x / (1 + |x|)。</translation>
    </message>
    <message>
        <source>x / (1 + |x|): to between -1 and 1, with wider tails than Tanh.</source>
        <translation>x / (1 + |x|)：取值在 -1 和 1 之间，尾部比 Tanh 更宽。</translation>
    </message>
    <message>
        <source>x / 6 + 1 / 2, cut to between 0 and 1: a cheap Sigmoid.</source>
        <translation>x / 6 + 1 / 2，截断到 0 到 1 之间：廉价的 Sigmoid。</translation>
    </message>
    <message>
        <source>x for x &gt; 0, else a learned slope times x (He et al., 2015).</source>
        <translation>x &gt; 0 时为 x，否则为 x 乘以学习得到的斜率（He et al., 2015）。</translation>
    </message>
    <message>
        <source>x for x &gt; 0, else alpha (exp(x) - 1) (Clevert et al., 2016).</source>
        <translation>x &gt; 0 时为 x，否则为 alpha (exp(x) - 1)（Clevert et al., 2016）。</translation>
    </message>
    <message>
        <source>x for x &gt; 0, else alpha * (exp(x) - 1).</source>
        <translation>x &gt; 0 时为 x，否则为 alpha * (exp(x) - 1)。</translation>
    </message>
    <message>
        <source>x for x &gt; 0, else slope * x.</source>
        <translation>x &gt; 0 时为 x，否则为 slope * x。</translation>
    </message>
    <message>
        <source>x for x &gt; 0, else slope times x.</source>
        <translation>x &gt; 0 时为 x，否则为斜率乘以 x。</translation>
    </message>
    <message>
        <source>x tanh(softplus(x)) (Misra, 2020).</source>
        <translation>x tanh(softplus(x))（Misra, 2020）。</translation>
    </message>
    <message>
        <source>x times HardSigmoid(x) (Howard et al., 2019): cheap, for small devices.</source>
        <translation>x 乘以 HardSigmoid(x)（Howard et al., 2019）：计算量小，适合小型设备。</translation>
    </message>
    <message>
        <source>x times its sigmoid, also called Swish.</source>
        <translation>x 乘以其 sigmoid，也称 Swish。</translation>
    </message>
    <message>
        <source>x times the normal distribution function of x: the usual choice in transformers.</source>
        <translation>x 乘以 x 的正态分布函数值：transformer 中的常用选择。</translation>
    </message>
    <message>
        <source>x times the standard normal distribution function of x (Hendrycks &amp; Gimpel, &quot;Gaussian Error Linear Units&quot;), exact or by tanh.</source>
        <translation>x 乘以 x 的标准正态分布函数（Hendrycks &amp; Gimpel，“Gaussian Error Linear Units”），精确计算或用 tanh。</translation>
    </message>
    <message>
        <source>x.shape[:axis] + indices.shape + x.shape[axis + 1:]</source>
        <translation>x.shape[:axis] + indices.shape + x.shape[axis + 1:]</translation>
    </message>
    <message>
        <source>Layer whose output is judged, or &quot;LAYER:PORT&quot;.</source>
        <translation>其输出受评判的层，或“LAYER:PORT”。</translation>
    </message>
    <message>
        <source>Data field with the right answer.</source>
        <translation>含正确答案的数据字段。</translation>
    </message>
    <message>
        <source>(x - mean) / std, for each channel of pictures and series or each feature of rows. Sources of pictures do the same with their own mean and std.</source>
        <translation>(x - mean) / std,按图片和序列的每个通道或数据行的每个特征计算。图片数据源用各自的均值和标准差做同样的处理。</translation>
    </message>
    <message>
        <source>A piece at a random place of the picture, after its border was widened. The usual companion of small pictures. Data that are not for training give their middle if the size changes.</source>
        <translation>先加宽图片边框，再从随机位置裁剪一块。常用于小图片。若尺寸改变，非训练数据取图片中央部分。</translation>
    </message>
    <message>
        <source>A piece of random size, shape and place, brought to one size (bilinear); as in Szegedy et al., &quot;Going deeper with convolutions&quot; (2015). Data that are not for training are only brought to the size.</source>
        <translation>随机大小、形状和位置的一块，缩放到统一尺寸（双线性）；见 Szegedy 等，“Going deeper with convolutions”（2015）。非训练数据只缩放到该尺寸。</translation>
    </message>
    <message>
        <source>Adds normal noise to every number: of pictures, rows or series.</source>
        <translation>给图片、数据行或序列的每个数值加上正态噪声。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Amount, of pictures with three channels; 0: none.</source>
        <translation>强度，仅用于三通道图像；0：不变。</translation>
    </message>
    <message>
        <source>Amount; 0: none.</source>
        <translation>强度;0:无。</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Brings each feature of rows to mean 0 and deviation 1. Both are learnt from up to 10,000 samples of the training data and kept with the model. The source csv does so by itself.</source>
        <translation>将数据行的每个特征调整为均值 0、标准差 1。两者从训练数据的最多 10,000 个样本中求得，并随模型保存。csv 数据源会自动完成此处理。</translation>
    </message>
    <message>
        <source>Brings numbers below a least value or above a greatest one to it, so that outliers weigh less.</source>
        <translation>把低于最小值或高于最大值的数截到该值，使离群值影响更小。</translation>
    </message>
    <message>
        <source>Brings pictures to another size (bilinear, without aliasing when shrinking).</source>
        <translation>将图像缩放到另一尺寸（双线性，缩小时抗混叠）。</translation>
    </message>
    <message>
        <source>Changes brightness (away from black), contrast (away from the picture&apos;s mean) and saturation (away from grey) by random factors between 1 - amount and 1 + amount.</source>
        <translation>按 1 - amount 到 1 + amount 之间的随机系数改变亮度（相对黑色）、对比度（相对图片均值）和饱和度（相对灰色）。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Covers squares of one size; their centres lie anywhere in the picture, so that they may stick out. DeVries and Taylor, &quot;Improved Regularization of Convolutional Neural Networks with Cutout&quot; (2017).</source>
        <translation>遮盖若干同样大小的正方形；其中心可在图片中任意位置，因此可能超出边缘。DeVries and Taylor, &quot;Improved Regularization of Convolutional Neural Networks with Cutout&quot; (2017)。</translation>
    </message>
    <message>
        <source>Data fields that are changed, alike; empty: every input of the kind that it works on.</source>
        <translation>要变换的数据字段，各字段变换相同；留空：所有适用类型的输入。</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>Divided by; one number or one per channel.</source>
        <translation>除数；一个数，或每个通道一个数。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充值</translation>
    </message>
    <message>
        <source>Greatest value.</source>
        <translation>最大值。</translation>
    </message>
    <message>
        <source>Height and width afterwards; empty: those of the picture.</source>
        <translation>变换后的高和宽；留空：与图片相同。</translation>
    </message>
    <message>
        <source>Height and width of the piece; empty: those of the picture.</source>
        <translation>裁剪块的高和宽；留空：与图像相同。</translation>
    </message>
    <message>
        <source>Height and width of the piece; one number for both.</source>
        <translation>裁剪块的高和宽；一个数表示两者相同。</translation>
    </message>
    <message>
        <source>Height and width; one number for both.</source>
        <translation>高和宽；只填一个数则两者相同。</translation>
    </message>
    <message>
        <source>Hides some features of a row, so that the model does not rely on a few. For rows that are standardised: 0 is their mean then.</source>
        <translation>隐藏一行中的部分特征，使模型不依赖少数几个特征。适用于已标准化的行：此时 0 就是其均值。</translation>
    </message>
    <message>
        <source>How many squares.</source>
        <translation>正方形的个数。</translation>
    </message>
    <message>
        <source>How much wider each border becomes first.</source>
        <translation>先将每侧边框加宽多少。</translation>
    </message>
    <message>
        <source>How much wider each border becomes: one number, or one above and below and one at the sides.</source>
        <translation>每条边加宽多少：一个数，或两个数（上下、左右）。</translation>
    </message>
    <message>
        <source>How often a sample is changed at all.</source>
        <translation>样本被改变的概率。</translation>
    </message>
    <message>
        <source>How often a token changes places with the next.</source>
        <translation>词元与下一个词元交换位置的频率。</translation>
    </message>
    <message>
        <source>Least and most of the picture&apos;s area that is wiped out.</source>
        <translation>擦除面积占图像面积的最小和最大比例。</translation>
    </message>
    <message>
        <source>Least and most of the picture&apos;s area that the piece takes.</source>
        <translation>裁剪块占图片面积的最小和最大比例。</translation>
    </message>
    <message>
        <source>Least and most standard deviation; one number: always the same.</source>
        <translation>标准差的最小值和最大值；只填一个数则固定不变。</translation>
    </message>
    <message>
        <source>Least and most that it is scaled by.</source>
        <translation>缩放倍数的最小值和最大值。</translation>
    </message>
    <message>
        <source>Least and most width over height of the piece.</source>
        <translation>裁剪块宽高比的最小值和最大值。</translation>
    </message>
    <message>
        <source>Least value.</source>
        <translation>最小值。</translation>
    </message>
    <message>
        <source>Leaves some tokens out: those behind move up, and the end is filled. Not where a target stands at each token, as in language models.</source>
        <translation>去掉部分词元：后面的词元前移，末尾填充。不适用于每个词元都有目标的情形，如语言模型。</translation>
    </message>
    <message>
        <source>Makes the picture unsharp with a Gaussian of random width; the border is continued by its outermost pixels.</source>
        <translation>用随机宽度的高斯核使图片模糊；边界以最外侧像素延续。</translation>
    </message>
    <message>
        <source>Mirrors left and right. Not for what is read, such as letters and digits.</source>
        <translation>左右镜像。不适用于字母、数字等需要辨读的内容。</translation>
    </message>
    <message>
        <source>Mirrors top and bottom. For pictures without an up, such as those from above or through a microscope.</source>
        <translation>上下翻转。适用于没有上下之分的图像，如俯拍或显微图像。</translation>
    </message>
    <message>
        <source>Most that it is moved, as a share of its size: one number, or one down and one to the side.</source>
        <translation>最大平移量，以占图片尺寸的比例表示：一个数，或纵向、横向各一个数。</translation>
    </message>
    <message>
        <source>Most that it is slanted, to either side.</source>
        <translation>向任一侧的最大错切程度。</translation>
    </message>
    <message>
        <source>Most that it is turned, to either side.</source>
        <translation>向任一侧旋转的最大角度。</translation>
    </message>
    <message>
        <source>Moves, scales, slants and turns the picture around its centre, each by a random amount, in one step (bilinear).</source>
        <translation>围绕图片中心平移、缩放、错切和旋转，各取随机幅度，一步完成（双线性）。</translation>
    </message>
    <message>
        <source>Puts a random token of the vocabulary in the place of some.</source>
        <translation>用词表中的随机词元替换部分词元。</translation>
    </message>
    <message>
        <source>Puts one token in the place of some, so that the model learns from what stands around them; Devlin et al., &quot;BERT&quot; (2018).</source>
        <translation>用同一个词元替换部分词元，使模型从其上下文中学习；Devlin 等，“BERT”（2018）。</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share of the features that is hidden.</source>
        <translation>被隐藏的特征比例。</translation>
    </message>
    <message>
        <source>Share of the tokens that is covered.</source>
        <translation>被遮盖的词元比例。</translation>
    </message>
    <message>
        <source>Share of the tokens that is left out.</source>
        <translation>去掉的词元所占比例。</translation>
    </message>
    <message>
        <source>Share of the tokens that is replaced.</source>
        <translation>被替换的词元比例。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Shorter over longer side of the slimmest rectangle.</source>
        <translation>最窄矩形的短边与长边之比。</translation>
    </message>
    <message>
        <source>Side of a square.</source>
        <translation>正方形的边长。</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Standard deviation, in the units that the model sees; two numbers: drawn between them for each sample.</source>
        <translation>标准差，以模型所见的单位计；两个数：每个样本在两者之间随机取值。</translation>
    </message>
    <message>
        <source>Subtracted; one number or one per channel.</source>
        <translation>减数；一个数，或每个通道一个数。</translation>
    </message>
    <message>
        <source>Swaps neighbours here and there, so that the order counts less. Not where a target stands at each token.</source>
        <translation>随机交换一些相邻词元，使顺序不那么重要。不适用于每个词元都有目标的情况。</translation>
    </message>
    <message>
        <source>Takes the colour away now and then, so that the model does not rely on it (weights of ITU-R BT.601). The picture keeps its three channels.</source>
        <translation>不时去掉颜色，使模型不依赖颜色（ITU-R BT.601 权重）。图像仍为三通道。</translation>
    </message>
    <message>
        <source>The middle of pictures.</source>
        <translation>图片的中间部分。</translation>
    </message>
    <message>
        <source>The token of the vocabulary that stands there then.</source>
        <translation>用来替代的词表词元。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Token that fills the end; empty: the last one again.</source>
        <translation>用于填充末尾的词元；留空：重复最后一个词元。</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Turns the picture around its centre by a random angle (bilinear).</source>
        <translation>将图像绕中心随机旋转一个角度（双线性）。</translation>
    </message>
    <message>
        <source>What stands there then.</source>
        <translation>替换成的内容。</translation>
    </message>
    <message>
        <source>What stands there then: the picture&apos;s mean, one value, or normal noise.</source>
        <translation>用什么填充：图片均值、单一值或正态噪声。</translation>
    </message>
    <message>
        <source>What stands where the picture ends, as the model sees it: one number or one per channel; empty: black.</source>
        <translation>图像边界之外的填充值，以模型所见的值计：一个数，或每通道一个数；留空：黑色。</translation>
    </message>
    <message>
        <source>What the border is made of: one value, the outermost pixels, or the picture mirrored.</source>
        <translation>边界的填充方式：单一值、最外侧像素或图片镜像。</translation>
    </message>
    <message>
        <source>Widens the border of pictures.</source>
        <translation>加宽图片的边框。</translation>
    </message>
    <message>
        <source>Wipes out a random rectangle, so that the model does not rely on one part; Zhong et al., &quot;Random Erasing Data Augmentation&quot; (2017).</source>
        <translation>擦除一个随机矩形，使模型不依赖某一部分；Zhong 等，“Random Erasing Data Augmentation”（2017）。</translation>
    </message>
    <message>
        <source>With</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Auc</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Mae</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>R2</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Rmse</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Top 3</source>
        <translation>Top 3</translation>
    </message>
    <message>
        <source>Top 5</source>
        <translation>Top 5</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>validations</source>
        <translation>次验证</translation>
    </message>
    <message>
        <source>Bias initializer</source>
        <translation>偏移初始化方式</translation>
    </message>
    <message>
        <source>For the offsets of an LSTM: 1 for the forget gate, which is the second quarter of the rows, so that the state lasts from the start (Jozefowicz et al., 2015); else 0.</source>
        <translation>用于 LSTM 的偏移：遗忘门（各行的第二个四分之一）为 1，使状态一开始就能保持（Jozefowicz 等，2015）；其余为 0。</translation>
    </message>
    <message>
        <source>How the offsets start.</source>
        <translation>偏移的初始化方式。</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>数的列表</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文字列表</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>Gradient of batch_norm_activation without a residual by way of y: batch_norm_grad with the gradient where batch_norm&apos;s result is positive, else 0. Where that is follows from x, so that y need not be kept.</source>
        <translation>不带残差的 batch_norm_activation 经由 y 的梯度：在 batch_norm 的结果为正处取梯度，其余为 0，再作 batch_norm_grad。何处为正可由 x 得知，因此不必保留 y。</translation>
    </message>
    <message>
        <source>Layers whose values are computed again for the gradients instead of being kept, with * for any text: less memory, more time.</source>
        <translation>求梯度时重新计算、而不保留其值的层，* 代表任意文本：省内存，多费时间。</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>内存预算</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>The most main memory that the run may take: where a step needs more, parts of its forward direction are computed twice instead of being kept; 0: no limit.</source>
        <translation>运行最多可占用的主内存：一步若需要更多，就把前向过程的一部分计算两次而不予保留；0：不限。</translation>
    </message>
    <message>
        <source>[C], from batch_norm_activation</source>
        <translation>[C]，来自 batch_norm_activation</translation>
    </message>
    <message>
        <source>activation(batch_norm(x, scale, bias) + residual): what the fusion pass makes of a batch normalisation, the sum and the activation behind it.</source>
        <translation>activation(batch_norm(x, scale, bias) + residual)：融合过程把批归一化、求和及其后的激活函数合成的运算。</translation>
    </message>
    <message>
        <source>activation(conv(x, weight, bias) + residual): what the fusion pass makes of a convolution, the sum and the activation behind it.</source>
        <translation>activation(conv(x, weight, bias) + residual)：融合过程把卷积、求和及其后的激活函数合成的运算。</translation>
    </message>
    <message>
        <source>as y</source>
        <translation>同 y</translation>
    </message>
    <message>
        <source>Gated recurrent unit (Cho et al., 2014), one layer, one direction. Gates in PyTorch&apos;s order r, z, n: r and z = sigmoid(w_ih x + b_ih + w_hh h + b_hh), n = tanh(w_ih x + b_ih + r * (w_hh h + b_hh)), h = (1 - z) * n + z * h. The tape holds r, z, n and w_hh h + b_hh of n for each step.</source>
        <translation>门控循环单元（Cho et al., 2014），单层，单向。门按 PyTorch 的顺序 r、z、n：r 与 z = sigmoid(w_ih x + b_ih + w_hh h + b_hh)，n = tanh(w_ih x + b_ih + r * (w_hh h + b_hh))，h = (1 - z) * n + z * h。tape 存有每一步的 r、z、n 以及 n 的 w_hh h + b_hh。</translation>
    </message>
    <message>
        <source>Gradients of gru by backpropagation through time. y and the tape say all there is to know of each step; they count as functions of the other inputs, so nothing flows into them. Gradients of absent inputs are those of zeros in their place.</source>
        <translation>gru 的沿时间反向传播梯度。y 和 tape 已说明每一步的全部信息；它们视为其他输入的函数，因此没有梯度流入。缺省输入的梯度按以零代替计算。</translation>
    </message>
    <message>
        <source>Gradients of lstm by backpropagation through time. y and the tape say all there is to know of each step; they count as functions of the other inputs, so nothing flows into them. Gradients of absent inputs are those of zeros in their place.</source>
        <translation>lstm 的沿时间反向传播梯度。y 和 tape 已说明每一步的全部信息；它们视为其他输入的函数，因此没有梯度流入。缺省输入的梯度按以零代替计算。</translation>
    </message>
    <message>
        <source>Gradients of rnn by backpropagation through time. y says all there is to know of each step; it counts as a function of the other inputs, so nothing flows into it. Gradients of absent inputs are those of zeros in their place.</source>
        <translation>rnn 的沿时间反向传播梯度。y 已说明每一步的全部信息；它视为其他输入的函数，因此没有梯度流入。缺省输入的梯度按以零代替计算。</translation>
    </message>
    <message>
        <source>Long short-term memory (Hochreiter &amp; Schmidhuber, 1997, with the forget gate of Gers et al., 2000), one layer, one direction. Gates in PyTorch&apos;s order i, f, g, o, each w_ih x + b_ih + w_hh h + b_hh: c = sigmoid(f) * c + sigmoid(i) * tanh(g), h = sigmoid(o) * tanh(c). The tape holds i, f, g, o and c of each step.</source>
        <translation>长短期记忆（Hochreiter &amp; Schmidhuber, 1997，遗忘门取自 Gers et al., 2000），单层，单向。门按 PyTorch 的顺序 i、f、g、o，各为 w_ih x + b_ih + w_hh h + b_hh：c = sigmoid(f) * c + sigmoid(i) * tanh(g)，h = sigmoid(o) * tanh(c)。tape 存有每一步的 i、f、g、o 和 c。</translation>
    </message>
    <message>
        <source>[T, N, tape * H], the last output</source>
        <translation>[T, N, tape * H]，最后一个输出</translation>
    </message>
    <message>
        <source>[T, N, tape * H], what the gradient needs to know of each step; 0 where it does not count</source>
        <translation>[T, N, tape * H]，梯度需要知道的每一步的信息；不计入的步为 0</translation>
    </message>
    <message>
        <source>Whether the result is f32 where the operands are bf16 or f16.</source>
        <translation>操作数为 bf16 或 f16 时，结果是否为 f32。</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽结果</translation>
    </message>
    <message>
        <source>bf16: products, convolutions and what lies between them in half the bytes; parameters, their updates, statistics and losses stay f32. Needs a CPU with AMX or AVX-512.</source>
        <translation>bf16：矩阵乘法、卷积以及它们之间的数值只占一半字节；参数及其更新、统计量和损失仍为 f32。需要支持 AMX 或 AVX-512 的 CPU。</translation>
    </message>
    <message>
        <source>activation(x W + b), rows of any number of leading dimensions against one matrix: what the fusion pass makes of matmul, add and the activation behind them. gelu_tanh is gelu by its approximation.</source>
        <translation>activation(x W + b)：任意多个前导维度的行与同一个矩阵相乘；融合过程把 matmul、add 及其后的激活合成的结果。gelu_tanh 是 gelu 的近似形式。</translation>
    </message>
    <message>
        <source>A chain of elementwise ops in one go over memory, stage after stage on stretches that stay in the nearest cache.</source>
        <translation>一串逐元素算子，只遍历内存一次：逐段处理，各阶段的数据留在最近的缓存中。</translation>
    </message>
    <message>
        <source>One op each with the numbers of its operands and its attributes; results are numbered behind the operands.</source>
        <translation>每项是一个算子，附操作数编号和属性；结果的编号接在操作数之后。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>factor of the gradient, f32[]</source>
        <translation>梯度的系数，f32[]</translation>
    </message>
    <message>
        <source>of one type, or single numbers of its dtype</source>
        <translation>类型相同，或是同一数据类型的单个数</translation>
    </message>
    <message>
        <source>Gradient of layer_norm. With n = (x - mean) / sqrt(variance + epsilon) and h = grad * scale: dbias and dscale are the sums of grad and grad * n over all rows, dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon) + more. dscale and dbias are there whether or not layer_norm had scale and bias.</source>
        <translation>layer_norm 的梯度。令 n = (x - mean) / sqrt(variance + epsilon)，h = grad * scale：dbias 和 dscale 是 grad 和 grad * n 在所有行上的和，dx = (h - mean(h) - n * mean(h * n)) / sqrt(variance + epsilon) + more。无论 layer_norm 是否有 scale 和 bias，都会输出 dscale 和 dbias。</translation>
    </message>
    <message>
        <source>Probability of a 0. 0: no dropout.</source>
        <translation>取 0 的概率。0：不做 dropout。</translation>
    </message>
    <message>
        <source>What the Inspector wants to know about x, or about x - minus (in f32), in one pass. Mean, biased variance, L2 norm, smallest and largest are those of the finite elements: nan if there is none, but the norm is 0 then. counts: elements, zeros, NaN, +inf, -inf. histogram[s, e]: finite elements other than 0 of sign s (1: negative) with 2^(e - 127) &lt;= |x| &lt; 2^(e - 126); the first and the last place take what lies beyond. Counts and histograms of several tensors or steps add up.</source>
        <translation>检查器想了解的 x（或 x - minus，按 f32 计算）的统计，一遍完成。均值、有偏方差、L2 范数、最小值和最大值只统计有限元素：没有有限元素时为 nan，范数为 0。counts：元素数、零、NaN、+inf、-inf。histogram[s, e]：符号为 s（1 为负）且 2^(e - 127) &lt;= |x| &lt; 2^(e - 126) 的非零有限元素；首尾两格收纳超出范围的值。多个张量或多个步的计数和直方图可以相加。</translation>
    </message>
    <message>
        <source>as x: what else reaches x, added to dx</source>
        <translation>同 x：流向 x 的其余梯度，加到 dx 上</translation>
    </message>
    <message>
        <source>f64[]</source>
        <translation>f64[]</translation>
    </message>
    <message>
        <source>i64[2, 255]</source>
        <translation>i64[2, 255]</translation>
    </message>
    <message>
        <source>i64[5]</source>
        <translation>i64[5]</translation>
    </message>
    <message>
        <source>sum = dropout(x) + residual and y = layer_norm(sum, scale, bias): what the fusion pass makes of the end of one block of a transformer and the beginning of the next. The random numbers are those of dropout.</source>
        <translation>sum = dropout(x) + residual，y = layer_norm(sum, scale, bias)：融合过程把 Transformer 一个块的末尾与下一个块的开头合成的运算。随机数与 dropout 相同。</translation>
    </message>
    <message>
        <source>First</source>
        <translation>起始编号</translation>
    </message>
    <message>
        <source>How many times the first class is as frequent as the last.</source>
        <translation>第一个类别的出现次数是最后一个类别的多少倍。</translation>
    </message>
    <message>
        <source>How much chance there is in a sample.</source>
        <translation>样本中随机成分的多少。</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不均衡度</translation>
    </message>
    <message>
        <source>Inputs are multiplied by it.</source>
        <translation>输入会乘以它。</translation>
    </message>
    <message>
        <source>Is added to inputs.</source>
        <translation>会加到输入上。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Number of classes, or of different tokens.</source>
        <translation>类别数，或不同词元的个数。</translation>
    </message>
    <message>
        <source>Number of the first sample; validation data take numbers that training does not reach.</source>
        <translation>第一个样本的编号；验证数据应取训练用不到的编号。</translation>
    </message>
    <message>
        <source>Of blobs, recall and curve.</source>
        <translation>用于 blobs、recall 和 curve。</translation>
    </message>
    <message>
        <source>Of gratings.</source>
        <translation>用于 gratings。</translation>
    </message>
    <message>
        <source>Of recall and grammar.</source>
        <translation>用于 recall 和 grammar。</translation>
    </message>
    <message>
        <source>Samples made by a formula, for lessons and tests. blobs: a cloud for each class; circles and spirals: classes in a plane; gratings: pictures of waves whose direction is the class; recall: sequences whose first step tells the class; grammar: tokens that follow from the two before; curve: numbers to be predicted.</source>
        <translation>由公式生成的样本，用于学习和测试。blobs：每个类别一团点；circles 和 spirals：平面上的类别；gratings：波纹图像，方向即类别；recall：第一步说明类别的序列；grammar：由前两个词元决定的词元序列；curve：要预测的数值。</translation>
    </message>
    <message>
        <source>Share of labels that are wrong.</source>
        <translation>错误标签所占的比例。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>What the samples are.</source>
        <translation>样本的种类。</translation>
    </message>
    <message>
        <source>Whether samples of one class stand one behind the other.</source>
        <translation>同一类别的样本是否排在一起。</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>错误标签</translation>
    </message>
    <message>
        <source>A constant factor makes results leave the range that layers are made for.</source>
        <translation>常数系数使输出离开各层适用的范围。</translation>
    </message>
    <message>
        <source>A frozen layer does not learn. That is meant for weights that were trained before; this run starts from no checkpoint.</source>
        <translation>冻结的层不学习。这适用于已训练过的权重，而本次运行没有从检查点开始。</translation>
    </message>
    <message>
        <source>A larger model can learn more.</source>
        <translation>更大的模型能学到更多。</translation>
    </message>
    <message>
        <source>A result or a gradient is infinite or no number at all. Whatever is computed from it is spoilt, too. Usual causes: a learning rate that is too large, a logarithm or a division of zero, or data that are no numbers.</source>
        <translation>某个输出或梯度是无穷大或根本不是数，由它算出的一切也都坏了。常见原因：学习率过大，对零取对数或做除法，数据不是数。</translation>
    </message>
    <message>
        <source>A schedule that ends too early leaves the model where it is.</source>
        <translation>过早结束的计划会让模型停在原处。</translation>
    </message>
    <message>
        <source>A single wild batch can then not throw the weights away (Pascanu et al., 2013).</source>
        <translation>这样单个异常批次就不会把权重抛飞（Pascanu 等，2013）。</translation>
    </message>
    <message>
        <source>Activations drift</source>
        <translation>激活值漂移</translation>
    </message>
    <message>
        <source>An update changes the weights by so much of their own size that what was learnt before is lost. About a thousandth is usual. Usual cause: a learning rate that is too large.</source>
        <translation>一次更新对权重的改变相对其自身过大，先前学到的会丢失。通常约为千分之一。常见原因：学习率过大。</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>偏离</translation>
    </message>
    <message>
        <source>Batch normalisation evaluates with moments of the last ten batches or so.</source>
        <translation>批归一化在评估时使用最近约十个批次的矩。</translation>
    </message>
    <message>
        <source>Batch normalisation of tiny batches</source>
        <translation>批次太小的批归一化</translation>
    </message>
    <message>
        <source>Batches in which some classes are missing pull the weights to and fro: what was learnt of one class is lost with the next. Shuffle the training data.</source>
        <translation>缺少某些类别的批次把权重拉来拉去：学到一个类别，又被下一个类别冲掉。请打乱训练数据。</translation>
    </message>
    <message>
        <source>Begin with weights that fit</source>
        <translation>使用合适的初始权重</translation>
    </message>
    <message>
        <source>Begins with small steps while moments and weights are still far from usual (Goyal et al., 2017).</source>
        <translation>在矩和权重还远未正常时从小步开始（Goyal 等，2017）。</translation>
    </message>
    <message>
        <source>Brings the input to mean 0 and standard deviation 1 (LeCun et al., Efficient BackProp, 1998).</source>
        <translation>使输入的均值为 0、标准差为 1（LeCun 等，Efficient BackProp，1998）。</translation>
    </message>
    <message>
        <source>By which it fell from the third quarter to the last.</source>
        <translation>从第三个四分之一到最后一个四分之一下降的幅度。</translation>
    </message>
    <message>
        <source>By which it should have fallen.</source>
        <translation>本应下降的幅度。</translation>
    </message>
    <message>
        <source>By which the loss fell in the first half.</source>
        <translation>前一半中损失下降的幅度。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Classes in a batch to those by chance.</source>
        <translation>一个批次中的类别数与随机情况之比。</translation>
    </message>
    <message>
        <source>Clip the gradients</source>
        <translation>裁剪梯度</translation>
    </message>
    <message>
        <source>Cross entropy for classes, the mean squared error for quantities.</source>
        <translation>类别用交叉熵，数量用均方误差。</translation>
    </message>
    <message>
        <source>Data not shuffled</source>
        <translation>数据未打乱</translation>
    </message>
    <message>
        <source>Dead ReLU</source>
        <translation>死亡的 ReLU</translation>
    </message>
    <message>
        <source>Difference that counts, as a share of the loss of the first batch.</source>
        <translation>算数的差值，相对于第一个批次的损失。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成比例</translation>
    </message>
    <message>
        <source>Drop less</source>
        <translation>减少丢弃</translation>
    </message>
    <message>
        <source>Drop some results</source>
        <translation>丢弃部分输出</translation>
    </message>
    <message>
        <source>Dropout that takes nearly everything leaves nothing to learn from, and what is left is scaled up until it is noise.</source>
        <translation>几乎全部丢弃的 dropout 没留下可学的东西，剩下的又被放大成噪声。</translation>
    </message>
    <message>
        <source>Dropout that takes nearly everything leaves nothing to learn from.</source>
        <translation>几乎全部丢弃的 dropout 没留下可学的东西。</translation>
    </message>
    <message>
        <source>Each epoch in another order, so that a batch has samples of all kinds.</source>
        <translation>每轮换一种顺序，使一个批次里各种样本都有。</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素数</translation>
    </message>
    <message>
        <source>Evaluation differs from training</source>
        <translation>评估与训练不一致</translation>
    </message>
    <message>
        <source>Evaluations in a row.</source>
        <translation>连续的评估次数。</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>Fallen</source>
        <translation>降幅</translation>
    </message>
    <message>
        <source>Figures on validation data say how the model does on what it has not seen. On samples that it was trained on they are too good, and overfitting cannot be seen.</source>
        <translation>验证数据上的数值说明模型在没见过的样本上表现如何。在训练过的样本上数值过好，也看不出过拟合。</translation>
    </message>
    <message>
        <source>First loss to that of equal scores for all classes.</source>
        <translation>最初的损失与所有类别得分相同时的损失之比。</translation>
    </message>
    <message>
        <source>First updates; the least of them is compared.</source>
        <translation>最初的更新；取其中最小的作比较。</translation>
    </message>
    <message>
        <source>Frozen at random</source>
        <translation>冻结在随机值上</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Give the run a memory budget</source>
        <translation>为运行设内存预算</translation>
    </message>
    <message>
        <source>Gradients and moments of more samples have less noise.</source>
        <translation>样本越多，梯度和矩的噪声越小。</translation>
    </message>
    <message>
        <source>Gradients grow from layer to layer or from update to update until updates throw the weights about. Usual causes: a learning rate that is too large, initial weights that are too large, many layers or long sequences without normalisation.</source>
        <translation>梯度逐层或逐次增大，直到更新把权重抛得到处都是。常见原因：学习率过大，初始权重过大，层数很多或序列很长而没有归一化。</translation>
    </message>
    <message>
        <source>Group normalisation does not depend on the batch (Wu &amp; He, 2018).</source>
        <translation>组归一化不依赖批次（Wu &amp; He，2018）。</translation>
    </message>
    <message>
        <source>He for ReLU and its kin, Xavier for tanh and sigmoid, so that results keep their size from layer to layer.</source>
        <translation>ReLU 一类用 He，tanh 和 sigmoid 用 Xavier，使输出在各层间保持大小。</translation>
    </message>
    <message>
        <source>How much larger than at the beginning.</source>
        <translation>比开始时大多少倍。</translation>
    </message>
    <message>
        <source>Initial weights are made for inputs with a mean near 0 and a standard deviation near 1. Far from that the first layers saturate, gradients get far too large or too small, and learning is slow or fails.</source>
        <translation>初始权重是为均值接近 0、标准差接近 1 的输入设计的。偏离太远，前几层会饱和，梯度过大或过小，学习缓慢或失败。</translation>
    </message>
    <message>
        <source>Input not normalised</source>
        <translation>输入未归一化</translation>
    </message>
    <message>
        <source>Inspection budget</source>
        <translation>检查预算</translation>
    </message>
    <message>
        <source>It learns like the others.</source>
        <translation>它便像其他层一样学习。</translation>
    </message>
    <message>
        <source>It lets a little through where ReLU gives 0, so that units can come back (Maas et al., 2013).</source>
        <translation>在 ReLU 给出 0 的地方它仍放过一点，单元因而能回来（Maas 等，2013）。</translation>
    </message>
    <message>
        <source>It looks away from what is right already (Lin et al., 2017).</source>
        <translation>它不再关注已经正确的样本（Lin 等，2017）。</translation>
    </message>
    <message>
        <source>It scales the step of each weight by itself (Kingma &amp; Ba, 2015).</source>
        <translation>它分别缩放每个权重的步长（Kingma &amp; Ba，2015）。</translation>
    </message>
    <message>
        <source>Its slope is 1 wherever it is not 0, so gradients pass many layers (Nair &amp; Hinton, 2010).</source>
        <translation>它的斜率非 0 即 1，梯度因而能穿过许多层（Nair &amp; Hinton，2010）。</translation>
    </message>
    <message>
        <source>Keep the learning rate up</source>
        <translation>保持学习率</translation>
    </message>
    <message>
        <source>Keeps a tenth of the training data for validation, instead of data that overlap with it.</source>
        <translation>把十分之一的训练数据留作验证，代替与之重叠的数据。</translation>
    </message>
    <message>
        <source>Keeps results at mean 0 and variance 1 on their way (Ioffe &amp; Szegedy, 2015; Ba et al., 2016).</source>
        <translation>使途中的输出保持均值 0、方差 1（Ioffe &amp; Szegedy，2015；Ba 等，2016）。</translation>
    </message>
    <message>
        <source>Keeps weights small, so that the model stays simple (Krogh &amp; Hertz, 1991).</source>
        <translation>让权重保持较小，模型因而保持简单（Krogh &amp; Hertz，1991）。</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>学到的程度</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Let running moments follow</source>
        <translation>让滑动矩跟得上</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>观察次数</translation>
    </message>
    <message>
        <source>Looks in a row.</source>
        <translation>连续的观察次数。</translation>
    </message>
    <message>
        <source>Looks whose median is taken.</source>
        <translation>取中位数的观察次数。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss as a share of the same; below it all is well.</source>
        <translation>损失与同一基准之比；低于它则一切正常。</translation>
    </message>
    <message>
        <source>Loss at the end to that of guessing by frequency, or of the beginning.</source>
        <translation>结束时的损失与按频率猜测或开始时的损失之比。</translation>
    </message>
    <message>
        <source>Loss at the end to that of the beginning; none if it is worse than guessing by frequency.</source>
        <translation>结束时与开始时的损失之比；若比按频率猜测还差则不计。</translation>
    </message>
    <message>
        <source>Loss does not fit the target</source>
        <translation>损失与目标不匹配</translation>
    </message>
    <message>
        <source>Loss in evaluation to that in training.</source>
        <translation>评估损失与训练损失之比。</translation>
    </message>
    <message>
        <source>Lower the learning rate</source>
        <translation>降低学习率</translation>
    </message>
    <message>
        <source>Lower the weight decay</source>
        <translation>降低权重衰减</translation>
    </message>
    <message>
        <source>Magnitude of the mean in standard deviations.</source>
        <translation>均值的大小，以标准差计。</translation>
    </message>
    <message>
        <source>Make the layers wider</source>
        <translation>加宽各层</translation>
    </message>
    <message>
        <source>Many samples are put into another class than their label says, as surely as the model ever is. Look at those samples: their labels may be wrong, or classes overlap.</source>
        <translation>许多样本被模型十分确定地归入与标签不同的类别。请查看这些样本：标签可能有错，或者类别有重叠。</translation>
    </message>
    <message>
        <source>Mean and variance of a few samples are noise, and the moments that predictions use are those of other batches. Take larger batches, or a normalisation that looks at one sample.</source>
        <translation>少数几个样本的均值和方差只是噪声，而预测时用的是其他批次的矩。请用更大的批次，或只看单个样本的归一化。</translation>
    </message>
    <message>
        <source>Mean change from one update to the next, as a share of the loss of guessing by frequency, or of the first.</source>
        <translation>相邻两次更新之间的平均变化，相对于按频率猜测的损失或最初的损失。</translation>
    </message>
    <message>
        <source>Mean slope as a share of the steepest.</source>
        <translation>平均斜率与最陡斜率之比。</translation>
    </message>
    <message>
        <source>Memory runs short</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>More threads than processors take turns and wait for each other, and a step waits for the slowest of its team. Fewer loader threads are quicker.</source>
        <translation>线程比处理器多时要轮流执行、互相等待，而每一步都要等最慢的那个。减少加载线程会更快。</translation>
    </message>
    <message>
        <source>Most results of a tanh or sigmoid lie at its ends, where it is flat: hardly any gradient passes. Usual causes: weights or inputs that are too large, a learning rate that is too large.</source>
        <translation>tanh 或 sigmoid 的大多数输出落在平坦的两端，几乎没有梯度通过。常见原因：权重或输入过大，学习率过大。</translation>
    </message>
    <message>
        <source>Norm of the update to that of the weights.</source>
        <translation>更新的范数与权重的范数之比。</translation>
    </message>
    <message>
        <source>Normalise a layer</source>
        <translation>归一化某一层</translation>
    </message>
    <message>
        <source>Normalise each sample by itself</source>
        <translation>逐样本归一化</translation>
    </message>
    <message>
        <source>Normalise the input</source>
        <translation>归一化输入</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>出现非数</translation>
    </message>
    <message>
        <source>Not even the training samples are learnt. Usual causes: a model that is too small, too much dropout or weight decay, training that is too short or too slow, inputs that do not tell the target.</source>
        <translation>连训练样本都没学会。常见原因：模型太小，dropout 或权重衰减过多，训练太短或太慢，输入与目标无关。</translation>
    </message>
    <message>
        <source>Nothing is learnt. Usual causes: a learning rate that is far too large or far too small, gradients that do not reach the layers, a loss that does not fit the output, labels that do not belong to their samples.</source>
        <translation>什么都没学到。常见原因：学习率过大或过小很多，梯度到不了各层，损失与输出不匹配，标签与样本对不上。</translation>
    </message>
    <message>
        <source>Of all time that is lost.</source>
        <translation>损失时间占全部时间的比例。</translation>
    </message>
    <message>
        <source>Of the decay to the update, or to the gradient where it is a part of that; median over all weights.</source>
        <translation>衰减与更新之比（若衰减是梯度的一部分，则与梯度之比）；取所有权重的中位数。</translation>
    </message>
    <message>
        <source>Of the first layer&apos;s gradient to that of the last, root mean squares.</source>
        <translation>第一层与最后一层梯度的均方根之比。</translation>
    </message>
    <message>
        <source>Of the main memory.</source>
        <translation>占主内存的比例。</translation>
    </message>
    <message>
        <source>Of the planned updates have to be made.</source>
        <translation>计划的更新中须已完成的比例。</translation>
    </message>
    <message>
        <source>Of the time.</source>
        <translation>占时间的比例。</translation>
    </message>
    <message>
        <source>Of the units of a layer.</source>
        <translation>占一层单元的比例。</translation>
    </message>
    <message>
        <source>Of the validation loss above its least.</source>
        <translation>验证损失高出其最小值的比例。</translation>
    </message>
    <message>
        <source>Of the validation samples.</source>
        <translation>占验证样本的比例。</translation>
    </message>
    <message>
        <source>Of weights that may not all be the same.</source>
        <translation>不应全部相同的权重的数量。</translation>
    </message>
    <message>
        <source>On samples that it was just trained on the model does far worse when it is evaluated. Usual causes: running moments of a batch normalisation that lag behind or come from tiny batches, or a layer that works differently in evaluation.</source>
        <translation>对刚训练过的样本，模型在评估时差得多。常见原因：批归一化的滑动矩滞后或来自过小的批次，或某层在评估时行为不同。</translation>
    </message>
    <message>
        <source>On the way back through the layers the gradient shrinks until the first layers hardly learn. Usual causes: sigmoid or tanh in many layers one behind the other, initial weights that are too small, depth without residual connections or normalisation.</source>
        <translation>梯度在反向经过各层时不断缩小，前几层几乎学不到东西。常见原因：许多层连续使用 sigmoid 或 tanh，初始权重过小，层数深而没有残差连接或归一化。</translation>
    </message>
    <message>
        <source>Oscillating loss</source>
        <translation>损失振荡</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Poor initialisation</source>
        <translation>初始化不当</translation>
    </message>
    <message>
        <source>Raise the learning rate</source>
        <translation>提高学习率</translation>
    </message>
    <message>
        <source>Raise the weight decay</source>
        <translation>提高权重衰减</translation>
    </message>
    <message>
        <source>Read data with fewer threads</source>
        <translation>用更少的线程读取数据</translation>
    </message>
    <message>
        <source>Read data with more threads</source>
        <translation>用更多的线程读取数据</translation>
    </message>
    <message>
        <source>Regularisation outweighs the loss</source>
        <translation>正则化压过了损失</translation>
    </message>
    <message>
        <source>Remove the last activation</source>
        <translation>去掉最后的激活</translation>
    </message>
    <message>
        <source>Results are then computed again instead of kept, which takes time but no memory (Chen et al., 2016).</source>
        <translation>输出便重新计算而不是保留，花时间但不占内存（Chen 等，2016）。</translation>
    </message>
    <message>
        <source>Root mean square of a layer&apos;s results.</source>
        <translation>一层输出的均方根。</translation>
    </message>
    <message>
        <source>Root mean square of the first layer&apos;s gradient.</source>
        <translation>第一层梯度的均方根。</translation>
    </message>
    <message>
        <source>Root mean square to that of the beginning.</source>
        <translation>均方根与开始时之比。</translation>
    </message>
    <message>
        <source>Root mean square.</source>
        <translation>均方根。</translation>
    </message>
    <message>
        <source>Samples are read and transformed more slowly than the model trains on them. More loader threads, cheaper transforms or files that are quicker to read help.</source>
        <translation>读取和变换样本比模型训练它们还慢。增加加载线程、用更省时的变换或读取更快的文件会有帮助。</translation>
    </message>
    <message>
        <source>Samples are then read and transformed side by side.</source>
        <translation>样本便可并行读取和变换。</translation>
    </message>
    <message>
        <source>Samples of rare classes count for more, so that all classes count alike (King &amp; Zeng, 2001).</source>
        <translation>稀有类别的样本权重更大，使各类别同等重要（King &amp; Zeng，2001）。</translation>
    </message>
    <message>
        <source>Samples of the most frequent class to those of the rarest.</source>
        <translation>最多的类别与最少的类别的样本数之比。</translation>
    </message>
    <message>
        <source>Samples that are a little different each time are harder to learn by heart.</source>
        <translation>每次略有不同的样本更难被背下来。</translation>
    </message>
    <message>
        <source>Saturated activation</source>
        <translation>激活饱和</translation>
    </message>
    <message>
        <source>Share that is dropped.</source>
        <translation>被丢弃的比例。</translation>
    </message>
    <message>
        <source>Shuffle the samples</source>
        <translation>打乱样本</translation>
    </message>
    <message>
        <source>Slow convergence</source>
        <translation>收敛缓慢</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Smooth the labels</source>
        <translation>平滑标签</translation>
    </message>
    <message>
        <source>So that the first update changes weights by about a hundredth of their size, later ones by less.</source>
        <translation>使第一次更新约改变权重大小的百分之一，之后更少。</translation>
    </message>
    <message>
        <source>So that the loss moves the weights, and the decay only keeps them in bounds.</source>
        <translation>让损失推动权重，衰减只用来约束范围。</translation>
    </message>
    <message>
        <source>Some steps take far longer</source>
        <translation>有些步骤特别慢</translation>
    </message>
    <message>
        <source>Split off validation data</source>
        <translation>划分出验证数据</translation>
    </message>
    <message>
        <source>Steps wait for data</source>
        <translation>步骤在等数据</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Take Adam</source>
        <translation>改用 Adam</translation>
    </message>
    <message>
        <source>Take ReLU</source>
        <translation>改用 ReLU</translation>
    </message>
    <message>
        <source>Take a leaky ReLU</source>
        <translation>改用 leaky ReLU</translation>
    </message>
    <message>
        <source>Take a loss that fits</source>
        <translation>使用合适的损失</translation>
    </message>
    <message>
        <source>Take larger batches</source>
        <translation>使用更大的批次</translation>
    </message>
    <message>
        <source>Take out the factor</source>
        <translation>去掉这个系数</translation>
    </message>
    <message>
        <source>Take the focal loss</source>
        <translation>改用 focal 损失</translation>
    </message>
    <message>
        <source>That are lost so far.</source>
        <translation>至今损失的时间。</translation>
    </message>
    <message>
        <source>That have to be there.</source>
        <translation>至少要有的数量。</translation>
    </message>
    <message>
        <source>The first weights make results that are far too large, nearly nothing, or the same for all units. Training begins with repairing that, or never gets going. He&apos;s initialiser suits ReLU, Xavier&apos;s suits tanh and sigmoid.</source>
        <translation>初始权重使输出过大、几乎为零或各单元全都相同。训练要么先修补它，要么根本起不来。He 初始化适合 ReLU，Xavier 初始化适合 tanh 和 sigmoid。</translation>
    </message>
    <message>
        <source>The last activation limits or bends what the loss gets. Losses of classes take plain scores; quantities need an output that can reach them.</source>
        <translation>最后的激活限制或扭曲了损失得到的值。类别的损失要原始得分；数量需要输出能够取到它们。</translation>
    </message>
    <message>
        <source>The loss does not fall</source>
        <translation>损失不下降</translation>
    </message>
    <message>
        <source>The loss fell at first and then stood still, far from nothing. Usual causes: a learning rate that is too large to get closer, or was lowered too early; a model that cannot do better.</source>
        <translation>损失起初下降，随后停住，离零还很远。常见原因：学习率过大而无法更接近，或过早被降低；模型已无法做得更好。</translation>
    </message>
    <message>
        <source>The loss is made for another kind of target. Classes want cross_entropy, yes or no wants bce, quantities want mse, mae or huber.</source>
        <translation>这个损失是为另一种目标设计的。类别用 cross_entropy，是非用 bce，数量用 mse、mae 或 huber。</translation>
    </message>
    <message>
        <source>The loss jumps up and down instead of falling. Usual causes: a learning rate or a momentum that is too large, batches that are too small.</source>
        <translation>损失上下跳动而不下降。常见原因：学习率或动量过大，批次过小。</translation>
    </message>
    <message>
        <source>The loss then gets plain scores, and quantities can take any value.</source>
        <translation>损失便得到原始得分，数量也可以取任何值。</translation>
    </message>
    <message>
        <source>The loss then trusts no label wholly (Szegedy et al., 2016).</source>
        <translation>损失便不完全相信任何标签（Szegedy 等，2016）。</translation>
    </message>
    <message>
        <source>The model learns its training samples by heart: their loss falls on, that of new samples rises. More data or augmentation, dropout, weight decay, a smaller model or an earlier end help.</source>
        <translation>模型把训练样本背了下来：它们的损失继续下降，新样本的损失却上升。更多数据或数据增强、dropout、权重衰减、更小的模型或更早结束会有帮助。</translation>
    </message>
    <message>
        <source>The results of a layer within the model have become many times larger or smaller than they were. Layers behind it learn after a moving target. Usual causes: a learning rate that is too large, no normalisation.</source>
        <translation>模型内部某层的输出变得比原来大或小很多倍，后面的层在追一个移动的目标。常见原因：学习率过大，没有归一化。</translation>
    </message>
    <message>
        <source>The same work takes a step several times as long now and then. Usual causes: another program on the same cores, memory that is swapped out, a processor that gets too hot.</source>
        <translation>同样的工作，偶尔某一步要花数倍时间。常见原因：别的程序占用同样的核心，内存被换出，处理器过热。</translation>
    </message>
    <message>
        <source>The same, at the other end.</source>
        <translation>同上，另一端。</translation>
    </message>
    <message>
        <source>The usual time.</source>
        <translation>通常时间的倍数。</translation>
    </message>
    <message>
        <source>Then they do not take the processors from those that compute.</source>
        <translation>这样它们就不会与计算线程争抢处理器。</translation>
    </message>
    <message>
        <source>Threads to processors; two more are free.</source>
        <translation>线程数与处理器数之比；多出两个不计。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Too many threads</source>
        <translation>线程过多</translation>
    </message>
    <message>
        <source>Too much is dropped</source>
        <translation>丢弃过多</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>训练更久</translation>
    </message>
    <message>
        <source>Training data in validation</source>
        <translation>验证数据中有训练数据</translation>
    </message>
    <message>
        <source>Training loss to that of guessing by frequency.</source>
        <translation>训练损失与按频率猜测的损失之比。</translation>
    </message>
    <message>
        <source>Unbalanced classes</source>
        <translation>类别不平衡</translation>
    </message>
    <message>
        <source>Underfitting</source>
        <translation>欠拟合</translation>
    </message>
    <message>
        <source>Unfreeze the layer</source>
        <translation>解冻该层</translation>
    </message>
    <message>
        <source>Units cannot rely on each other, so they learn what holds for new samples, too (Srivastava et al., 2014).</source>
        <translation>单元之间不能互相依赖，因而学到的对新样本也成立（Srivastava 等，2014）。</translation>
    </message>
    <message>
        <source>Units whose input is negative for every sample give 0 and get no gradient: they cannot come back. Usual causes: a learning rate that is too large, large negative biases, inputs that are not normalised.</source>
        <translation>如果一个单元的输入对每个样本都是负数，它只输出 0，也得不到梯度，再也回不来。常见原因：学习率过大，偏置是很大的负数，输入没有归一化。</translation>
    </message>
    <message>
        <source>Updates are so small beside the weights that nothing is learnt. Usual causes: a learning rate that is too small, a gradient that does not reach the layer.</source>
        <translation>更新相对权重太小，什么都学不到。常见原因：学习率过小，梯度到不了该层。</translation>
    </message>
    <message>
        <source>Updates in a row.</source>
        <translation>连续的更新次数。</translation>
    </message>
    <message>
        <source>Updates that are looked at.</source>
        <translation>所考察的更新次数。</translation>
    </message>
    <message>
        <source>Updates that have to be there.</source>
        <translation>至少要有的更新次数。</translation>
    </message>
    <message>
        <source>Updates too large</source>
        <translation>更新过大</translation>
    </message>
    <message>
        <source>Updates whose median is compared; four times as many have to be there.</source>
        <translation>比较其中位数的更新次数；至少要有四倍于此的更新。</translation>
    </message>
    <message>
        <source>Updates whose median is taken.</source>
        <translation>取中位数的更新次数。</translation>
    </message>
    <message>
        <source>Validation loss minus training loss, as a share of the loss of guessing by frequency.</source>
        <translation>验证损失减训练损失，相对于按频率猜测的损失。</translation>
    </message>
    <message>
        <source>Validation loss to that of guessing by frequency, below which the model has learnt something.</source>
        <translation>验证损失与按频率猜测的损失之比，低于它说明模型学到了东西。</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Vary the samples</source>
        <translation>让样本有变化</translation>
    </message>
    <message>
        <source>Warm up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Weigh the classes</source>
        <translation>为类别加权</translation>
    </message>
    <message>
        <source>Weights are pulled towards 0 more than the loss moves them, so that the model cannot learn what it should. Usual cause: a weight decay that is too large.</source>
        <translation>权重被拉向 0 的程度超过损失对它的推动，模型学不到该学的东西。常见原因：权重衰减过大。</translation>
    </message>
    <message>
        <source>Weights do not change</source>
        <translation>权重不变</translation>
    </message>
    <message>
        <source>Weights hardly move, so that learning takes far longer than it has to. About a thousandth of their size in each update is usual. Usual cause: a learning rate that is too small.</source>
        <translation>权重几乎不动，学习所需时间远超必要。每次更新约为权重大小的千分之一是常见的。常见原因：学习率过小。</translation>
    </message>
    <message>
        <source>What the Inspector may take of the time of the steps to watch layers and parameters, 0.03 for 3 %; 0: it does not watch.</source>
        <translation>检查器观察各层和参数时可占用的步骤时间，0.03 即 3 %；0：不观察。</translation>
    </message>
    <message>
        <source>Where some classes are rare, a model that never predicts them has a small loss. Accuracy hides it; look at the recall of each class.</source>
        <translation>如果某些类别很少见，从不预测它们的模型损失也很小。准确率会掩盖这一点；请看每个类别的召回率。</translation>
    </message>
    <message>
        <source>Where the loss still falls at the end, more of the same helps.</source>
        <translation>如果结束时损失仍在下降，继续训练会有帮助。</translation>
    </message>
    <message>
        <source>Where the memory of the machine does not suffice, it swaps, which is a hundred times slower, or ends the run. Give the run a memory budget, or make its batches smaller.</source>
        <translation>机器内存不够时会交换到磁盘，慢上百倍，或者终止运行。请为运行设内存预算，或减小批次。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Wrong activation at the output</source>
        <translation>输出处的激活不当</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Main memory for snapshots of weights and optimiser, from which earlier steps can be made again; 0, or with a memory budget: none.</source>
        <translation>用于保存权重和优化器快照的主内存，可从中重做先前的步骤；0 或设有内存预算时：不保存。</translation>
    </message>
    <message>
        <source>Snapshot memory</source>
        <translation>快照内存</translation>
    </message>
    <message>
        <source>A pipeline is as fast as its slowest stage. Layers have to be moved from that one to its neighbours, by the time that they take, not by their number.</source>
        <translation>流水线的速度取决于最慢的一级。应按用时而不是按层数，把它的一些层移到相邻的级。</translation>
    </message>
    <message>
        <source>All wait for the slowest one at each exchange. Usual causes: another program on it, a processor that gets too hot, a slower model of device, or memory that is swapped out.</source>
        <translation>每次交换时大家都在等最慢的一台。常见原因：上面有别的程序，处理器过热，设备型号较慢，或者内存被换出。</translation>
    </message>
    <message>
        <source>Devices wait for the network</source>
        <translation>设备在等网络</translation>
    </message>
    <message>
        <source>Exchange is not hidden</source>
        <translation>交换没有被掩盖</translation>
    </message>
    <message>
        <source>Gradients take longer to be exchanged than there is work to hide that behind. Larger batches, or several batches for each update, make exchanges rarer; gradients in half precision make them smaller.</source>
        <translation>交换梯度所花的时间超过了可以用来掩盖它的计算。更大的批次，或者每次更新用多个批次，可以减少交换次数；半精度的梯度可以减小数据量。</translation>
    </message>
    <message>
        <source>Of the devices that are looked at.</source>
        <translation>查看的设备报告数。</translation>
    </message>
    <message>
        <source>Of the time of a device.</source>
        <translation>占设备时间的比例。</translation>
    </message>
    <message>
        <source>Of the time that could be saved.</source>
        <translation>可以节省的时间比例。</translation>
    </message>
    <message>
        <source>One after another in which it is slower.</source>
        <translation>连续较慢的报告数。</translation>
    </message>
    <message>
        <source>One device is slower</source>
        <translation>有一台设备较慢</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Share that is hidden when all is well.</source>
        <translation>正常时被掩盖的比例。</translation>
    </message>
    <message>
        <source>Stages of unequal length</source>
        <translation>各级长短不一</translation>
    </message>
    <message>
        <source>The mean of all stages.</source>
        <translation>所有级的平均值。</translation>
    </message>
    <message>
        <source>The time of the middle one.</source>
        <translation>中位设备的时间。</translation>
    </message>
    <message>
        <source>While gradients are exchanged, those of earlier layers can be computed. Here one waits for the other: gradients are sent in buckets that are too large, so that the first is full only at the end, or by the thread that computes.</source>
        <translation>交换梯度的同时可以计算前面各层的梯度。这里却是一个等另一个：要么梯度的分桶太大，第一个桶到最后才满；要么由负责计算的线程来发送。</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>How far the score falls when a place is hidden (made black, zero, or no word). Slow, but it asks the model itself and takes no gradient for granted.</source>
        <translation>遮住某处（变黑、置零或去掉该词）时得分下降多少。较慢，但直接询问模型，不依赖梯度。</translation>
    </message>
    <message>
        <source>How strongly the score reacts to a small change of each place: the size of its gradient. Quick, but noisy, and without a sign.</source>
        <translation>得分对每处微小变化的反应强度，即其梯度的大小。快速，但噪声大，且没有正负号。</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>The gradients on the straight way from nothing (black, zero) to the sample, times what changes on it. What all places count adds up to the difference of the scores at both ends.</source>
        <translation>从“无”（黑色、零）到样本的直线上的梯度，乘以沿途的变化量。所有位置的贡献之和等于两端得分之差。</translation>
    </message>
    <message>
        <source>Where the last convolution sees what speaks for the score: its maps, each weighted by its mean gradient. Coarse, but it shows regions rather than pixels. Only what speaks for the score is shown.</source>
        <translation>最后一个卷积在哪里看到支持该得分的内容：它的各张特征图，按各自的平均梯度加权。较粗略，但显示的是区域而不是像素。只显示支持得分的部分。</translation>
    </message>
    <message>
        <source>Inspection rules</source>
        <translation>检查规则</translation>
    </message>
    <message>
        <source>What the Inspector&apos;s rules hold to instead of their own figures: RULE=off for those that are not asked, RULE.THRESHOLD=VALUE for where one begins. See the help on rules.</source>
        <translation>检查器的规则不采用自身数值时所遵循的设置：“规则=off”表示不使用该规则，“规则.阈值=数值”表示它从何处开始生效。参见规则的帮助。</translation>
    </message>
    <message>
        <source>A factor makes results so large that a number overflows.</source>
        <translation>某个系数使结果过大，导致数值溢出。</translation>
    </message>
    <message>
        <source>A layer is frozen before it has learnt anything.</source>
        <translation>某一层在学到任何东西之前就被冻结了。</translation>
    </message>
    <message>
        <source>A third of the labels are wrong, in training and validation.</source>
        <translation>训练和验证数据中有三分之一的标签是错误的。</translation>
    </message>
    <message>
        <source>Adds to the result of a layer what went into it, so that gradients reach the first layers undiminished, however many there are (He et al., 2016).</source>
        <translation>将层的输入加到其结果上，这样无论有多少层，梯度都能不衰减地到达最前面的层（He 等，2016）。</translation>
    </message>
    <message>
        <source>All activations of a deep model are sigmoids with small weights: the gradient dies away on its way back.</source>
        <translation>深层模型的所有激活函数都是 sigmoid 且权重很小：梯度在反向传播途中逐渐消失。</translation>
    </message>
    <message>
        <source>All weights begin ten times too small, so that results and gradients shrink from layer to layer.</source>
        <translation>所有权重的初始值都小了十倍，因此结果和梯度逐层缩小。</translation>
    </message>
    <message>
        <source>All weights of a layer begin with the same value, so that its units stay alike.</source>
        <translation>某一层的所有权重都以相同的值开始，因此它的单元始终相同。</translation>
    </message>
    <message>
        <source>Almost everything is dropped on the way, so that the model cannot learn.</source>
        <translation>途中几乎所有内容都被丢弃，因此模型无法学习。</translation>
    </message>
    <message>
        <source>Batch normalisation learns from batches of two samples.</source>
        <translation>批归一化从只有两个样本的批中学习。</translation>
    </message>
    <message>
        <source>Batches are tiny and the learning rate is large: the loss leaps up and down.</source>
        <translation>批很小而学习率很大：损失上下跳动。</translation>
    </message>
    <message>
        <source>CNN on Fashion-MNIST</source>
        <translation>Fashion-MNIST 上的 CNN</translation>
    </message>
    <message>
        <source>CNN on gratings</source>
        <translation>光栅图案上的 CNN</translation>
    </message>
    <message>
        <source>Compute in bf16</source>
        <translation>以 bf16 计算</translation>
    </message>
    <message>
        <source>Deep MLP on blobs</source>
        <translation>点团上的深层 MLP</translation>
    </message>
    <message>
        <source>GPT of a grammar</source>
        <translation>学习语法的 GPT</translation>
    </message>
    <message>
        <source>Inputs are not scaled: they lie around a large number, or are hundreds of times too large.</source>
        <translation>输入没有缩放：它们围绕一个很大的数，或大了数百倍。</translation>
    </message>
    <message>
        <source>Inputs lie a little aside, which batch normalisation takes away in training; its running moments hardly follow, so that evaluation uses those of the beginning.</source>
        <translation>输入略有偏移，训练时批归一化会将其消除；但其滑动矩几乎不更新，因此评估时使用的是最初的矩。</translation>
    </message>
    <message>
        <source>LSTM that recalls</source>
        <translation>学习回忆的 LSTM</translation>
    </message>
    <message>
        <source>Last evaluations, together.</source>
        <translation>最近几次评估，合在一起。</translation>
    </message>
    <message>
        <source>Lead past layers</source>
        <translation>绕过层的连接</translation>
    </message>
    <message>
        <source>MLP on Fashion-MNIST</source>
        <translation>Fashion-MNIST 上的 MLP</translation>
    </message>
    <message>
        <source>MLP on a curve</source>
        <translation>曲线上的 MLP</translation>
    </message>
    <message>
        <source>MLP on blobs</source>
        <translation>点团上的 MLP</translation>
    </message>
    <message>
        <source>Normalised CNN on gratings</source>
        <translation>光栅图案上的归一化 CNN</translation>
    </message>
    <message>
        <source>Normalised MLP on circles</source>
        <translation>圆环上的归一化 MLP</translation>
    </message>
    <message>
        <source>Numbers of classes are learnt as if they were quantities.</source>
        <translation>类别编号被当作数量来学习。</translation>
    </message>
    <message>
        <source>Plain gradient descent with a step that is a little too large: errors grow from update to update.</source>
        <translation>普通梯度下降，步长略大：误差随每次更新而增大。</translation>
    </message>
    <message>
        <source>ResNet on gratings</source>
        <translation>光栅图案上的 ResNet</translation>
    </message>
    <message>
        <source>Results are made a hundred times larger on their way through the model.</source>
        <translation>结果在通过模型的途中被放大了一百倍。</translation>
    </message>
    <message>
        <source>Results take half the memory, and products half the time on processors made for it; parameters and updates stay f32 (Micikevicius et al., 2018).</source>
        <translation>结果占用一半内存；在支持它的处理器上，乘积只需一半时间；参数和更新仍为 f32（Micikevicius 等，2018）。</translation>
    </message>
    <message>
        <source>Samples come class by class.</source>
        <translation>样本按类别依次出现。</translation>
    </message>
    <message>
        <source>Some classes are rare: never to predict them costs little.</source>
        <translation>某些类别很少见：从不预测它们的代价很小。</translation>
    </message>
    <message>
        <source>Take smaller batches, several for one update</source>
        <translation>使用更小的批，多个批更新一次</translation>
    </message>
    <message>
        <source>Tanh MLP on circles</source>
        <translation>圆环上的 Tanh MLP</translation>
    </message>
    <message>
        <source>The last activation cannot reach the numbers that are to be predicted.</source>
        <translation>最后的激活函数无法达到需要预测的数值。</translation>
    </message>
    <message>
        <source>The learning rate is hundreds of times too large: each update throws the weights far away.</source>
        <translation>学习率大了数百倍：每次更新都把权重抛得很远。</translation>
    </message>
    <message>
        <source>The learning rate is lowered to nothing long before the model has learnt its task.</source>
        <translation>早在模型学会任务之前，学习率就已降到几乎为零。</translation>
    </message>
    <message>
        <source>The learning rate is so large that most units of a ReLU are pushed to where they give nothing.</source>
        <translation>学习率过大，使 ReLU 的大多数单元被推到输出为零的区域。</translation>
    </message>
    <message>
        <source>The learning rate is so small that nothing is learnt at all.</source>
        <translation>学习率过小，什么也学不到。</translation>
    </message>
    <message>
        <source>The learning rate is thousands of times too small: weights hardly move.</source>
        <translation>学习率小了数千倍：权重几乎不动。</translation>
    </message>
    <message>
        <source>The model applies an activation to the scores that the loss takes as they are.</source>
        <translation>模型对得分施加了激活函数，而损失函数要求的是原始得分。</translation>
    </message>
    <message>
        <source>The model has only a few dozen samples and learns them by heart.</source>
        <translation>模型只有几十个样本，于是把它们背了下来。</translation>
    </message>
    <message>
        <source>Training ends long before the model has learnt what it could.</source>
        <translation>早在模型学会所能学到的内容之前，训练就结束了。</translation>
    </message>
    <message>
        <source>Validation data are taken from the training data.</source>
        <translation>验证数据取自训练数据。</translation>
    </message>
    <message>
        <source>Vary the samples less</source>
        <translation>减少样本的变化</translation>
    </message>
    <message>
        <source>Weight decay pulls the weights to nothing faster than the loss can move them.</source>
        <translation>权重衰减把权重拉向零的速度快于损失移动它们的速度。</translation>
    </message>
    <message>
        <source>What a step keeps in memory goes with the size of the batch; the gradients of several are added up, so that updates stay as they are.</source>
        <translation>一步所占的内存取决于批大小；多个批的梯度会累加，因此更新保持不变。</translation>
    </message>
    <message>
        <source>What is changed too much in training does not look like what the model is to know, and is harder than that.</source>
        <translation>在训练中变化过大的样本与模型应当认识的样本不再相像，也更难学习。</translation>
    </message>
    <message>
        <source>What reaches an activation is so large that it lies at its flat ends.</source>
        <translation>到达激活函数的数值过大，落在其平坦的两端。</translation>
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
    <name>RunList</name>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>a date in Qt&apos;s form</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>a date in Qt&apos;s form</comment>
        <translation>M月d日 HH:mm</translation>
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
    <name>Runs</name>
    <message>
        <source>the worker is not connected</source>
        <translation>训练进程没有连接</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>空的应答</translation>
    </message>
    <message>
        <source>no worker is at work on it</source>
        <translation>没有训练进程在处理它</translation>
    </message>
    <message>
        <source>the description of the worker is damaged</source>
        <translation>训练进程的说明已损坏</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>a message of %1 bytes was announced; at most %2 are accepted</source>
        <translation>声明的消息有 %1 字节；最多接受 %2 字节</translation>
    </message>
    <message>
        <source>a message is not well-formed</source>
        <translation>消息格式不正确</translation>
    </message>
    <message>
        <source>a message is no object</source>
        <translation>消息不是对象</translation>
    </message>
    <message>
        <source>the socket for clients cannot be made: %1</source>
        <translation>无法为客户端建立套接字：%1</translation>
    </message>
    <message>
        <source>a newer request took its place</source>
        <translation>被更新的请求取代</translation>
    </message>
    <message>
        <source>the worker tells no state</source>
        <translation>训练进程没有给出状态</translation>
    </message>
    <message>
        <source>the worker&apos;s figures are not readable</source>
        <translation>训练进程的数据无法读取</translation>
    </message>
    <message>
        <source>there are no runs</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>has no checkpoint</source>
        <translation>没有检查点</translation>
    </message>
    <message>
        <source>A run has one after its first epoch.</source>
        <translation>运行在第一轮之后才有检查点。</translation>
    </message>
    <message>
        <source>the program that trains is missing</source>
        <translation>缺少训练程序</translation>
    </message>
    <message>
        <source>Install the workbench again.</source>
        <translation>请重新安装工作台。</translation>
    </message>
    <message>
        <source>runs cannot be written here</source>
        <translation>无法在此写入运行</translation>
    </message>
    <message>
        <source>Choose another folder in the settings.</source>
        <translation>请在设置中选择别的文件夹。</translation>
    </message>
    <message>
        <source>no folder can be made for the run</source>
        <translation>无法为该运行创建文件夹</translation>
    </message>
    <message>
        <source>Check that the folder can be written to and has room.</source>
        <translation>请确认文件夹可写且有剩余空间。</translation>
    </message>
    <message>
        <source>the worker cannot be started: %1</source>
        <translation>无法启动训练进程：%1</translation>
    </message>
    <message>
        <source>the run has ended</source>
        <translation>运行已结束</translation>
    </message>
    <message>
        <source>expects PATH=VALUE, got &quot;%1&quot;</source>
        <translation>应为 路径=值，现为“%1”</translation>
    </message>
    <message>
        <source>the log cannot be made</source>
        <translation>无法建立日志</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot; in %2</source>
        <translation>%2 中没有运行“%1”</translation>
    </message>
    <message>
        <source>See `deepseek runs list`.</source>
        <translation>见 `deepseek runs list`。</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>无法创建文件夹：%1</translation>
    </message>
    <message>
        <source>Choose another with --runs.</source>
        <translation>请用 --runs 选择别的。</translation>
    </message>
    <message>
        <source>there is no tensor &quot;%1&quot;</source>
        <translation>没有张量“%1”</translation>
    </message>
    <message>
        <source>has %1 elements; at most %2 are sent</source>
        <translation>有 %1 个元素；最多发送 %2 个</translation>
    </message>
    <message>
        <source>expects a number of updates, at least 1</source>
        <translation>应为更新次数，至少为 1</translation>
    </message>
    <message>
        <source>expects a number, at least 0</source>
        <translation>应为数，至少为 0</translation>
    </message>
    <message>
        <source>the worker does not know &quot;%1&quot;</source>
        <translation>训练进程不认识“%1”</translation>
    </message>
    <message>
        <source>the process has ended without a result</source>
        <translation>进程结束了，但没有给出结果</translation>
    </message>
    <message>
        <source>was given up, since something else was asked about meanwhile</source>
        <translation>已放弃，因为其间又询问了别的内容</translation>
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
    <message>
        <source>Best checkpoint so far</source>
        <translation>目前最佳检查点</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>From the next start of the program</source>
        <translation>下次启动程序时生效</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>窗口的配色。</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Keep changes safe after</source>
        <translation>自动保存更改的间隔</translation>
    </message>
    <message>
        <source>So long after the last change a copy is written from which a crash can be recovered. The file itself changes only when you save.</source>
        <translation>最后一次更改后，经过这段时间会写入一份副本，崩溃后可从中恢复。文件本身只在保存时改变。</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Steps to undo</source>
        <translation>可撤销步数</translation>
    </message>
    <message>
        <source>How many changes can be taken back. Takes effect with the next project that is opened.</source>
        <translation>可撤销的更改次数。从下一个打开的项目起生效。</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>同时运行数</translation>
    </message>
    <message>
        <source>Further runs wait in a queue until one ends.</source>
        <translation>更多运行会排队等待，直到有一个运行结束。</translation>
    </message>
    <message>
        <source>Threads of a run</source>
        <translation>运行的线程数</translation>
    </message>
    <message>
        <source>0 takes every core. Counts for runs that start from now on; the same number gives the same bits.</source>
        <translation>0 表示使用全部核心。对此后启动的运行生效；数值相同，结果逐位一致。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the whole program.</source>
        <translation>作用于整个程序。</translation>
    </message>
    <message>
        <source>Open the last project</source>
        <translation>打开上次的项目</translation>
    </message>
    <message>
        <source>Else the program begins with the Start page.</source>
        <translation>否则程序启动时显示“开始”页。</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>Where records and checkpoints are kept. Runs that are there already are found; none are moved.</source>
        <translation>运行记录和检查点的保存位置。该处已有的运行会被识别；不会移动任何运行。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
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
    <name>Totals</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>%1FLOP a step</source>
        <translation>每步 %1FLOP</translation>
    </message>
    <message>
        <source>peak memory %1</source>
        <translation>峰值内存 %1</translation>
    </message>
    <message>
        <source>about %1 a step</source>
        <translation>每步约 %1</translation>
    </message>
    <message>
        <source>One training step of %1 samples.</source>
        <translation>一个训练步，含 %1 个样本。</translation>
    </message>
    <message>
        <source>Memory as planned: %1 for parameters and optimiser, %2 for what a step works on. Data and the program itself come on top.</source>
        <translation>计划内存：参数和优化器 %1，每步计算 %2。数据和程序本身另计。</translation>
    </message>
    <message>
        <source>Time estimated from the arithmetic and the memory traffic of each operation, at the speed measured on this machine.</source>
        <translation>根据每个运算的计算量和内存流量，按本机实测速度估算的时间。</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>the checkpoint lacks what is needed to go on</source>
        <translation>检查点缺少继续训练所需的内容</translation>
    </message>
    <message>
        <source>the checkpoint has no &quot;%1&quot;, which the model needs</source>
        <translation>检查点没有模型需要的“%1”</translation>
    </message>
    <message>
        <source>The project has been changed since.</source>
        <translation>项目在此之后被修改过。</translation>
    </message>
    <message>
        <source>there are no samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is %2 here but %3 in training</source>
        <translation>字段“%1”在此为 %2，训练时为 %3</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; of the training data is missing</source>
        <translation>缺少训练数据的字段“%1”</translation>
    </message>
    <message>
        <source>there is no metric &quot;%1&quot;</source>
        <translation>没有名为“%1”的指标</translation>
    </message>
    <message>
        <source>See `deepseek list metrics`.</source>
        <translation>见 `deepseek list metrics`。</translation>
    </message>
    <message>
        <source>Choose other metrics under training.</source>
        <translation>请在训练设置中选择别的指标。</translation>
    </message>
    <message>
        <source>the data are not open</source>
        <translation>数据没有打开</translation>
    </message>
    <message>
        <source>there is no optimiser &quot;%1&quot;</source>
        <translation>没有名为“%1”的优化器</translation>
    </message>
    <message>
        <source>See `deepseek list optimizers`.</source>
        <translation>见 `deepseek list optimizers`。</translation>
    </message>
    <message>
        <source>there is no schedule &quot;%1&quot;</source>
        <translation>没有名为“%1”的学习率策略</translation>
    </message>
    <message>
        <source>See `deepseek list schedules`.</source>
        <translation>见 `deepseek list schedules`。</translation>
    </message>
    <message>
        <source>there is no device &quot;%1&quot;</source>
        <translation>没有设备“%1”</translation>
    </message>
    <message>
        <source>Use cpu or reference.</source>
        <translation>请使用 cpu 或 reference。</translation>
    </message>
    <message>
        <source>the loss is not a finite number; the first such number is in %1</source>
        <translation>损失不是有限的数；最早出现在 %1</translation>
    </message>
    <message>
        <source>Lower the learning rate, clip the gradients, or look at the data of this batch.</source>
        <translation>请降低学习率、裁剪梯度，或检查这一批的数据。</translation>
    </message>
    <message>
        <source>there is no run &quot;%1&quot; in %2</source>
        <translation>%2 中没有运行“%1”</translation>
    </message>
    <message>
        <source>See `deepseek runs list`.</source>
        <translation>见 `deepseek runs list`。</translation>
    </message>
    <message>
        <source>needs class scores [N, C] and class numbers [N], got %1 and %2</source>
        <translation>需要类别得分 [N, C] 和类别编号 [N]，现为 %1 和 %2</translation>
    </message>
    <message>
        <source>needs a prediction of the target&apos;s size, got %1 and %2</source>
        <translation>预测的大小须与目标相同，现为 %1 和 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not measured</source>
        <translation>没有测量“%1”</translation>
    </message>
    <message>
        <source>Add it to metrics, or monitor loss.</source>
        <translation>请把它加入指标，或改为监视损失。</translation>
    </message>
    <message>
        <source>expects a list of numbers</source>
        <translation>应为数的列表</translation>
    </message>
    <message>
        <source>expects %1 numbers for %2, got %3</source>
        <translation>%2 需要 %1 个数，现为 %3 个</translation>
    </message>
    <message>
        <source>the model has %1 inputs</source>
        <translation>模型有 %1 个输入</translation>
    </message>
    <message>
        <source>Give an object with one list for each field.</source>
        <translation>请给出一个对象，每个字段一个列表。</translation>
    </message>
    <message>
        <source>the data have no such field</source>
        <translation>数据中没有这个字段</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>cannot be moved: %1</source>
        <translation>无法移动：%1</translation>
    </message>
    <message>
        <source>is at work</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止它。</translation>
    </message>
    <message>
        <source>cannot be deleted: %1</source>
        <translation>无法删除：%1</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>无法创建文件夹：%1</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Make the batch smaller.</source>
        <translation>请减小批大小。</translation>
    </message>
    <message>
        <source>The learning rate was set to %1</source>
        <translation>学习率设为 %1</translation>
    </message>
    <message>
        <source>The learning rate follows the schedule again: %1</source>
        <translation>学习率重新跟随策略：%1</translation>
    </message>
    <message>
        <source>The learning rate was reduced</source>
        <translation>学习率已降低</translation>
    </message>
    <message>
        <source>No improvement in %1 validations</source>
        <translation>连续 %1 次验证没有改进</translation>
    </message>
    <message>
        <source>the run would take %1 MiB, %2 MiB are allowed</source>
        <translation>运行将占用 %1 MiB，而只允许 %2 MiB</translation>
    </message>
    <message>
        <source>the program and its data take %1 MiB before any step, %2 MiB are allowed</source>
        <translation>程序及其数据在开始任何一步之前就占用 %1 MiB，而只允许 %2 MiB</translation>
    </message>
    <message>
        <source>Allow more memory.</source>
        <translation>请放宽内存预算。</translation>
    </message>
    <message>
        <source>this CPU has neither AMX nor AVX-512, without which %1 is slower than f32</source>
        <translation>此 CPU 既没有 AMX 也没有 AVX-512，没有它们，%1 比 f32 更慢</translation>
    </message>
    <message>
        <source>Use f32.</source>
        <translation>请使用 f32。</translation>
    </message>
    <message>
        <source>the CPU has no kernels for %1</source>
        <translation>CPU 没有用于 %1 的内核</translation>
    </message>
    <message>
        <source>Use f32, or bf16 where the CPU has AMX or AVX-512.</source>
        <translation>请使用 f32；若 CPU 有 AMX 或 AVX-512，也可使用 bf16。</translation>
    </message>
    <message>
        <source>The Inspector has stopped: %1</source>
        <translation>检查器已停止：%1</translation>
    </message>
    <message>
        <source>No snapshots could be written: %1</source>
        <translation>无法写入快照：%1</translation>
    </message>
    <message>
        <source>no snapshots were kept</source>
        <translation>没有保留快照</translation>
    </message>
    <message>
        <source>snapshots reach back to step %1</source>
        <translation>快照最早到第 %1 步</translation>
    </message>
    <message>
        <source>Give training.snapshot_memory more.</source>
        <translation>请增大 training.snapshot_memory。</translation>
    </message>
    <message>
        <source>nothing is left that its steps could be made again from</source>
        <translation>没有留下可以重做步骤的内容</translation>
    </message>
    <message>
        <source>the run has %1 steps</source>
        <translation>该运行有 %1 步</translation>
    </message>
</context>
<context>
    <name>Transforms</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>修改 %1</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>there is no attribute of this name</source>
        <translation>没有这个名称的属性</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>expects %1, got %2</source>
        <translation>应为 %1，现为 %2</translation>
    </message>
    <message>
        <source>must be %1, got %2</source>
        <translation>必须%1，现为 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of %2</source>
        <translation>“%1”不在 %2 之中</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>您是想写“%1”吗？</translation>
    </message>
    <message>
        <source>the JSON is nested deeper than 64 levels</source>
        <translation>JSON 嵌套超过 64 级</translation>
    </message>
    <message>
        <source>not valid JSON at %1: %2</source>
        <translation>%1 处不是有效的 JSON：%2</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>数太大</translation>
    </message>
    <message>
        <source>a list must hold only numbers or only texts</source>
        <translation>列表只能全是数或全是文字</translation>
    </message>
    <message>
        <source>expects a number, text, true, false or a list, got %1</source>
        <translation>应为数、文字、true、false 或列表，现为 %1</translation>
    </message>
    <message>
        <source>expects an object in braces, got %1</source>
        <translation>应为花括号中的对象，现为 %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
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
    <message>
        <source>Measure startup, canvas, plot, runs, live or idle; prints JSON.</source>
        <translation>测量 startup、canvas、plot、runs、live 或 idle；输出 JSON。</translation>
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
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Statistics and transforms</source>
        <translation>统计与变换</translation>
    </message>
    <message>
        <source>Help on the chosen transform</source>
        <translation>所选变换的帮助</translation>
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
            <numerusform>粘贴 %n 层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n layer(s)</source>
        <translation>
            <numerusform>为 %n 层创建副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %n layer(s)</source>
        <translation>
            <numerusform>将 %n 层编组</numerusform>
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
            <numerusform>%n 层</numerusform>
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
            <numerusform>连接 %n 层</numerusform>
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
            <numerusform>移动 %n 层</numerusform>
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
            <numerusform>删除 %n 层</numerusform>
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
    <message>
        <source>Heat: activation memory</source>
        <translation>热度：激活内存</translation>
    </message>
    <message>
        <source>Heat: time of a step</source>
        <translation>热度：每步耗时</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Graph that runs</source>
        <translation>实际运行的图</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Seen in training: %1</source>
        <translation>训练中所见：%1</translation>
    </message>
</context>
<context>
    <name>ds::ui::DiffView</name>
    <message>
        <source>Both models in one drawing</source>
        <translation>两个模型画在一张图中</translation>
    </message>
    <message>
        <source>Runs are not changed. Fork one to change its project.</source>
        <translation>运行不可更改。要更改其项目，请派生一个运行。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1 and %2 have the same project.</source>
        <translation>%1 与 %2 的项目相同。</translation>
    </message>
    <message>
        <source>From %1 to %2:  + came,  − went,  ≠ changed</source>
        <translation>从 %1 到 %2：  + 新增，  − 移除，  ≠ 更改</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>连线</translation>
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
        <source>Transforms</source>
        <translation>变换</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>ds::ui::DockPanel</name>
    <message>
        <source>Close the panel; View &gt; Panels brings it back</source>
        <translation>关闭面板；可通过“视图 &gt; 面板”重新打开</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Dock %1</source>
        <translation>停靠 %1</translation>
    </message>
    <message>
        <source>Float %1</source>
        <translation>浮动 %1</translation>
    </message>
    <message>
        <source>Put the panel back into the window</source>
        <translation>把面板放回窗口</translation>
    </message>
    <message>
        <source>Take the panel out of the window</source>
        <translation>将面板移出窗口</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>停靠</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>移到左侧</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>移到右侧</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移到底部</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
</context>
<context>
    <name>ds::ui::DockTabs</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Float, move or close this panel</source>
        <translation>浮动、移动或关闭此面板</translation>
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
    <name>ds::ui::ExplainPanel</name>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>What is explained</source>
        <translation>解释对象</translation>
    </message>
    <message>
        <source>What speaks for this class, and what against it</source>
        <translation>什么支持这个类别，什么反对它</translation>
    </message>
    <message>
        <source>Most mistaken</source>
        <translation>错得最多</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Samples with the greatest loss</source>
        <translation>损失最大的样本</translation>
    </message>
    <message>
        <source>What counts for the prediction, by method</source>
        <translation>决定预测的因素，按方法</translation>
    </message>
    <message>
        <source>Choose a sample: what counts for its prediction is shown here.</source>
        <translation>请选择一个样本：决定其预测的因素会显示在这里。</translation>
    </message>
    <message>
        <source>Looking for what the model is most mistaken about…</source>
        <translation>正在寻找模型错得最多的样本…</translation>
    </message>
    <message>
        <source>What is predicted</source>
        <translation>预测的类别</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1，概率 %2</translation>
    </message>
    <message>
        <source>%1 taken for %2, with %3</source>
        <translation>把 %1 认作 %2，概率 %3</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>%1 samples that the model was not trained on</source>
        <translation>%1 个未用于训练的样本</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>%1 — in truth %2</source>
        <translation>%1 — 实际为 %2</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation>样本</translation>
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
    <name>ds::ui::FlameChart</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
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
    <message>
        <source>%1, %2</source>
        <comment>name, unit</comment>
        <translation>%1（%2）</translation>
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
    <name>ds::ui::HeatBar</name>
    <message>
        <source>Step of the training</source>
        <translation>训练的步</translation>
    </message>
    <message>
        <source>Go back in the training</source>
        <translation>回到训练的较早时刻</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未观察到</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ds::ui::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>ds::ui::HelpPopup</name>
    <message>
        <source>Help on %1</source>
        <translation>%1 的帮助</translation>
    </message>
</context>
<context>
    <name>ds::ui::HelpView</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>后退（Alt+Left）</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进（Alt+Right）</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search help…</source>
        <translation>搜索帮助…</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Search help (Ctrl+F)</source>
        <translation>搜索帮助（Ctrl+F）</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>帮助页面列表</translation>
    </message>
    <message>
        <source>Page of help</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>There is no help on “%1”.</source>
        <translation>没有关于“%1”的帮助。</translation>
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
    <name>ds::ui::InspectPage</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The run that is shown</source>
        <translation>所显示的运行</translation>
    </message>
    <message>
        <source>Nothing has been seen yet. Press Train (F5): what goes through each layer is drawn here as the model learns.</source>
        <translation>还没有观察到任何内容。请按“训练”（F5）：模型学习时，经过各层的数值会画在这里。</translation>
    </message>
    <message>
        <source>Cost of watching</source>
        <translation>观察的开销</translation>
    </message>
    <message>
        <source>Cost of watching as a share of its budget</source>
        <translation>观察开销占预算的比例</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What the Inspector sees</source>
        <translation>检查器的发现</translation>
    </message>
    <message>
        <source>This run was not watched: its project has inspection_budget 0, or an older version trained it.</source>
        <translation>这次运行没有被观察：项目的 inspection_budget 为 0，或由旧版本训练。</translation>
    </message>
    <message>
        <source>While a run is at work, rules look at every layer. What they find stands here, with its cause and what may help.</source>
        <translation>运行时，规则会查看每一层。发现的问题连同原因和可能有用的办法显示在这里。</translation>
    </message>
    <message>
        <source>Nothing found that is wrong. Some rules need a hundred steps.</source>
        <translation>没有发现问题。有些规则需要一百步。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1. Undo takes it back; Train (F5) tries it.</source>
        <translation>%1。可用“撤销”收回；按“训练”（F5）试一试。</translation>
    </message>
    <message>
        <source>Made again; all %1 losses on the way are as recorded, to the bit.</source>
        <translation>已重做；途中 %1 个损失与记录逐位相同。</translation>
    </message>
    <message>
        <source>Made again; only %1 of %2 losses on the way are as recorded: something was changed by hand.</source>
        <translation>已重做；途中 %2 个损失中只有 %1 个与记录相同：有设置被手动改过。</translation>
    </message>
    <message>
        <source>The project that is open trains otherwise than this run did. What may help is proposed for the project.</source>
        <translation>打开的项目与这次运行的训练设置不同。建议的对策是针对当前项目的。</translation>
    </message>
    <message>
        <source>Step, op by op</source>
        <translation>逐算子查看一步</translation>
    </message>
    <message>
        <source>Where time goes</source>
        <translation>时间用在哪里</translation>
    </message>
    <message>
        <source>%1 is not finite before step %2. It began in step %3, with %4 (%5): make that one again.</source>
        <translation>%1 在第 %2 步之前就不是有限数。起点是第 %3 步的 %4（%5）：请重做那一步。</translation>
    </message>
    <message>
        <source>%1 is not finite before step %2. %3</source>
        <translation>%1 在第 %2 步之前就不是有限数。%3</translation>
    </message>
    <message>
        <source>The batch holds numbers that are not finite, in its field %1. %2</source>
        <translation>批次的字段 %1 含有非有限数。%2</translation>
    </message>
    <message>
        <source>Numbers stop being finite with %1 (%2). %3</source>
        <translation>从 %1（%2）开始数值不再有限。%3</translation>
    </message>
    <message>
        <source>Made again, from right before it.</source>
        <translation>从它之前的位置重做。</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Why this prediction</source>
        <translation>为何这样预测</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>makes %1</source>
        <translation>产生 %1</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Step %1, op %2: %3 (%4)</source>
        <translation>第 %1 步，运算 %2：%3（%4）</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>映射图</translation>
    </message>
</context>
<context>
    <name>ds::ui::LandscapePanel</name>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>± %1 of each filter</source>
        <translation>每个滤波器的 ± %1</translation>
    </message>
    <message>
        <source>How far the weights move</source>
        <translation>权重移动多远</translation>
    </message>
    <message>
        <source>Each filter moves along two random directions, by at most this part of its own length</source>
        <translation>每个滤波器沿两个随机方向移动，最多移动自身长度的这一比例</translation>
    </message>
    <message>
        <source>%1 × %1 points</source>
        <translation>%1 × %1 个点</translation>
    </message>
    <message>
        <source>How many points are computed</source>
        <translation>计算多少个点</translation>
    </message>
    <message>
        <source>Over 512 training samples, in a process of its own</source>
        <translation>用 512 个训练样本，在单独的进程中计算</translation>
    </message>
    <message>
        <source>Loss around the weights</source>
        <translation>权重周围的损失</translation>
    </message>
    <message>
        <source>Compute: the loss is drawn here around the weights of the run, in a plane of two random directions.</source>
        <translation>点击“计算”：这里会画出运行的权重周围、由两个随机方向张成的平面上的损失。</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>Not computed yet.</source>
        <translation>尚未计算。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Computing, %1 of %2 points…</source>
        <translation>正在计算，%1 / %2 个点…</translation>
    </message>
    <message>
        <source>Loss %1 at the weights; below twice that in %2 of the plane. %3</source>
        <translation>权重处的损失为 %1；平面的 %2 内低于其两倍。%3</translation>
    </message>
    <message>
        <source>It is less elsewhere, %1: training has not arrived.</source>
        <translation>别处更低，为 %1：训练尚未到达。</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerDetail</name>
    <message>
        <source>mean %1</source>
        <translation>均值 %1</translation>
    </message>
    <message>
        <source>deviation %1</source>
        <translation>标准差 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 zeros</source>
        <translation>%1 为零</translation>
    </message>
    <message>
        <source>%1 not finite</source>
        <translation>%1 个非有限数</translation>
    </message>
    <message>
        <source>Parameter of the layer</source>
        <translation>该层的参数</translation>
    </message>
    <message>
        <source>Ridges</source>
        <translation>山脊图</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>How distributions are drawn</source>
        <translation>分布的画法</translation>
    </message>
    <message>
        <source>Distributions over time</source>
        <translation>分布随时间的变化</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>%1 · layer %2 of %3</source>
        <translation>%1 · 第 %2 层，共 %3 层</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>%1 from step %2</source>
        <translation>%1，自第 %2 步起</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
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
            <numerusform>%n 层</numerusform>
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
    <message>
        <source>What this layer does</source>
        <translation>此层的作用</translation>
    </message>
    <message>
        <source>FLOPs forward</source>
        <translation>前向 FLOPs</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步时间</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>ds::ui::LayerStrips</name>
    <message>
        <source>Figure that is shown of each layer</source>
        <translation>各层所显示的数值</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1 of %2: %3 at step %4, %5 at step %6</source>
        <translation>%2 的%1：第 %4 步为 %3，第 %6 步为 %5</translation>
    </message>
    <message>
        <source>No layer has this figure.</source>
        <translation>没有哪一层有这个数值。</translation>
    </message>
    <message>
        <source>Steps 1 to %1. Blue: %2, red: %3</source>
        <translation>第 1 到 %1 步。蓝：%2，红：%3</translation>
    </message>
    <message>
        <source>Steps 1 to %1. Blue: none, red: all</source>
        <translation>第 1 到 %1 步。蓝：没有，红：全部</translation>
    </message>
</context>
<context>
    <name>ds::ui::LessonCommands</name>
    <message>
        <source>Hunt a fault</source>
        <translation>寻找故障</translation>
    </message>
    <message>
        <source>before the lesson</source>
        <translation>然后再开始课程</translation>
    </message>
    <message>
        <source>Opens a project in which something may be wrong: find it and mend it</source>
        <translation>打开一个可能有问题的项目：找出问题并修复它</translation>
    </message>
    <message>
        <source>Lesson: hint</source>
        <translation>课程：提示</translation>
    </message>
    <message>
        <source>Lesson: show the answer</source>
        <translation>课程：显示答案</translation>
    </message>
    <message>
        <source>Lesson: check whether it is mended</source>
        <translation>课程：检查是否已修复</translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <translation>课程：%1</translation>
    </message>
    <message>
        <source>Something may be wrong with this project. Train it, look at it on Inspect, find the fault and mend it.</source>
        <translation>这个项目可能有问题。请训练它，在“检查”页查看，找出故障并修复。</translation>
    </message>
    <message>
        <source>Look at the data.</source>
        <translation>请看数据。</translation>
    </message>
    <message>
        <source>Look at the model.</source>
        <translation>请看模型。</translation>
    </message>
    <message>
        <source>Look at the loss.</source>
        <translation>请看损失函数。</translation>
    </message>
    <message>
        <source>Look at how it is trained.</source>
        <translation>请看训练方式。</translation>
    </message>
    <message>
        <source>Compare what you see with what you would expect: not every project has a fault.</source>
        <translation>请将所见与预期比较：并非每个项目都有故障。</translation>
    </message>
    <message>
        <source>Look at %1.</source>
        <translation>请看 %1。</translation>
    </message>
    <message>
        <source>It looks like this: %1. %2</source>
        <translation>其表现为：%1。%2</translation>
    </message>
    <message>
        <source>Nothing is wrong with this project.</source>
        <translation>这个项目没有问题。</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>位于 %1。</translation>
    </message>
    <message>
        <source>Train the project to its end first: then the model is compared with that of a healthy one.</source>
        <translation>请先将项目训练完毕：随后会与正常项目的模型比较。</translation>
    </message>
    <message>
        <source>The same project without a fault is trained and compared with yours…</source>
        <translation>正在训练没有故障的同一项目，并与您的比较…</translation>
    </message>
    <message>
        <source>The records of the run cannot be read.</source>
        <translation>无法读取该运行的记录。</translation>
    </message>
    <message>
        <source>Your model reaches %1, that of the healthy project %2</source>
        <translation>您的模型达到 %1，正常项目的模型达到 %2</translation>
    </message>
    <message>
        <source>%1: not mended yet.</source>
        <translation>%1：尚未修复。</translation>
    </message>
    <message>
        <source>%1: mended.</source>
        <translation>%1：已修复。</translation>
    </message>
    <message>
        <source>%1: all is well, as it was from the beginning.</source>
        <translation>%1：一切正常，从一开始就是如此。</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>下一条提示</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Another lesson</source>
        <translation>换一课</translation>
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
        <source>%1 after the start</source>
        <translation>开始后 %1</translation>
    </message>
</context>
<context>
    <name>ds::ui::MapPanel</name>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Layer or parameter</source>
        <translation>层或参数</translation>
    </message>
    <message>
        <source>A layer: one point for each sample that the model was not trained on. A parameter: one for each of its rows.</source>
        <translation>层：每个未用于训练的样本对应一个点。参数：每一行对应一个点。</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>PCA keeps the directions in which points vary most: what is far apart is far apart. t-SNE keeps neighbours together: distances between groups mean little.</source>
        <translation>PCA 保留点变化最大的方向：相距远的仍相距远。t-SNE 使邻居聚在一起：群组之间的距离意义不大。</translation>
    </message>
    <message>
        <source>Perplexity </source>
        <translation>困惑度 </translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>How many neighbours of each point count, roughly</source>
        <translation>每个点大致计入多少个邻居</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>How many points at most</source>
        <translation>最多多少个点</translation>
    </message>
    <message>
        <source>At most so many, spread over the data. t-SNE takes four times as long for twice as many.</source>
        <translation>最多这么多，均匀分布于数据中。点数加倍时 t-SNE 用时变为四倍。</translation>
    </message>
    <message>
        <source>In a process of its own</source>
        <translation>在单独的进程中进行</translation>
    </message>
    <message>
        <source>Map of points</source>
        <translation>点的映射图</translation>
    </message>
    <message>
        <source>The sample of the point that was clicked</source>
        <translation>所点击的点对应的样本</translation>
    </message>
    <message>
        <source>Compute: what a layer makes of samples is drawn here as points, in the colours of their classes.</source>
        <translation>点击“计算”：层对样本的结果将在此绘制为点，颜色表示类别。</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>Looking at the layers…</source>
        <translation>正在查看各层…</translation>
    </message>
    <message>
        <source>Rows of a parameter, %1</source>
        <translation>参数的行，%1</translation>
    </message>
    <message>
        <source>%1 for each sample</source>
        <translation>每个样本 %1</translation>
    </message>
    <message>
        <source>%1 samples that the model was not trained on</source>
        <translation>%1 个未用于训练的样本</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>t-SNE, %1 of %2 iterations…</source>
        <translation>t-SNE，第 %1 / %2 次迭代…</translation>
    </message>
    <message>
        <source>%1, %2 means over positions a point</source>
        <translation>%1，每个点 %2 个位置均值</translation>
    </message>
    <message>
        <source>%1 rows of %2, %3 numbers each</source>
        <translation>%2 的 %1 行，每行 %3 个数</translation>
    </message>
    <message>
        <source>%1, %2 numbers a point</source>
        <translation>%1，每个点 %2 个数</translation>
    </message>
    <message>
        <source>%1: the plane holds %2 of the variance (%3 and %4).</source>
        <translation>%1：该平面保留了 %2 的方差（%3 和 %4）。</translation>
    </message>
    <message>
        <source>%1: t-SNE with perplexity %2.</source>
        <translation>%1：t-SNE，困惑度 %2。</translation>
    </message>
    <message>
        <source>In its full space %1 of the %2 nearest neighbours are of the same class, by chance %3.</source>
        <translation>在完整空间中，%2 个最近邻中有 %1 属于同一类，随机情况下为 %3。</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
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
    <name>ds::ui::OpTable</name>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>未计算</translation>
    </message>
    <message>
        <source>%1 of %2 not finite</source>
        <translation>%2 个中有 %1 个不是有限数</translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>First bad number</source>
        <translation>第一个坏数</translation>
    </message>
    <message>
        <source>The op with which numbers stopped being finite</source>
        <translation>数值从它开始不再有限的算子</translation>
    </message>
    <message>
        <source>To the last op of the layer before</source>
        <translation>到上一层的最后一个算子</translation>
    </message>
    <message>
        <source>To the first op of the next layer</source>
        <translation>到下一层的第一个算子</translation>
    </message>
    <message>
        <source>One op back</source>
        <translation>后退一个算子</translation>
    </message>
    <message>
        <source>One op forward</source>
        <translation>前进一个算子</translation>
    </message>
    <message>
        <source>Filter: layer, op, size&gt;1</source>
        <translation>筛选：层、算子、size&gt;1</translation>
    </message>
    <message>
        <source>Filter of the ops</source>
        <translation>筛选算子</translation>
    </message>
    <message>
        <source>Ops of the step</source>
        <translation>这一步的算子</translation>
    </message>
    <message>
        <source>Step %1, %2 ops</source>
        <translation>第 %1 步，%2 个算子</translation>
    </message>
    <message>
        <source>Make a step again: each op of it is then seen here.</source>
        <translation>重做一步：这里会显示它的每个算子。</translation>
    </message>
    <message>
        <source>Op</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Root mean square of the result</source>
        <translation>结果的均方根</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>非有限数</translation>
    </message>
    <message>
        <source>op %1, %2</source>
        <translation>算子 %1，%2</translation>
    </message>
    <message>
        <source>Reads %1. Makes %2.</source>
        <translation>读取 %1。产生 %2。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Here numbers stop being finite; from here it spreads through %1.</source>
        <translation>从这里开始数值不再有限，并经由 %1 扩散。</translation>
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
    <name>ds::ui::PreviewPanel</name>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>What training sees of the sample in the next epochs (Ctrl+R)</source>
        <translation>训练在接下来各轮中看到的该样本（Ctrl+R）</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>what training sees of it, epoch by epoch</source>
        <translation>训练逐轮看到的该样本</translation>
    </message>
    <message>
        <source>what the model sees of it; random transforms are for training data</source>
        <translation>模型看到的样本；随机变换仅用于训练数据</translation>
    </message>
</context>
<context>
    <name>ds::ui::PreviewView</name>
    <message>
        <source>The sample after each transform</source>
        <translation>每个变换后的样本</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改变</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>第 %1 轮</translation>
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
    <name>ds::ui::ProfilePanel</name>
    <message>
        <source>in cache</source>
        <translation>在缓存中</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Export trace…</source>
        <translation>导出跟踪…</translation>
    </message>
    <message>
        <source>As a file for chrome://tracing or Perfetto</source>
        <translation>供 chrome://tracing 或 Perfetto 使用的文件</translation>
    </message>
    <message>
        <source>Trains the open project for %1 steps in a process of its own, and keeps nothing of that</source>
        <translation>在单独的进程中把打开的项目训练 %1 步，不保留任何结果</translation>
    </message>
    <message>
        <source>Time of a step, op by op</source>
        <translation>一步的时间，逐算子</translation>
    </message>
    <message>
        <source>Measure: where the time of a step goes is drawn here, and what lies in memory meanwhile.</source>
        <translation>点击“测量”：这里会画出一步的时间用在哪里，以及其间内存里有什么。</translation>
    </message>
    <message>
        <source>Time of each layer</source>
        <translation>每层的时间</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>Measuring %1 steps…</source>
        <translation>正在测量 %1 步…</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>A step takes %1: forward %2, backward %3, update %4. It waits %5 for its data. The machine reaches %6 GFLOP/s and %7 GB/s.</source>
        <translation>一步用时 %1：前向 %2，反向 %3，更新 %4。等待数据 %5。这台机器可达 %6 GFLOP/s 和 %7 GB/s。</translation>
    </message>
    <message>
        <source>%1: %2 ms, %3 of the step</source>
        <translation>%1：%2 毫秒，占一步的 %3</translation>
    </message>
    <message>
        <source>%1 of what the machine can do</source>
        <translation>达到机器能力的 %1</translation>
    </message>
    <message>
        <source>Memory of the step</source>
        <translation>这一步的内存</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Milliseconds of a step</source>
        <translation>一步中的毫秒数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Of the step</source>
        <translation>占一步的比例</translation>
    </message>
    <message>
        <source>GFLOP/s</source>
        <translation>GFLOP/s</translation>
    </message>
    <message>
        <source>Arithmetic in convolutions and products of matrices</source>
        <translation>卷积和矩阵乘法的运算</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>Memory that is read and written</source>
        <translation>读写的内存</translation>
    </message>
    <message>
        <source>Of the limit</source>
        <translation>达到极限的比例</translation>
    </message>
    <message>
        <source>How near it comes to what this machine can do</source>
        <translation>与这台机器能力的接近程度</translation>
    </message>
    <message>
        <source>Export trace</source>
        <translation>导出跟踪</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 无法写入：%2</translation>
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
            <numerusform>%n 层</numerusform>
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
        <translation>学习率计划</translation>
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
    <message>
        <source>THIS MODEL</source>
        <translation>此模型</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>FLOPs of a step</source>
        <translation>每步 FLOPs</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步时间</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>FLOPs forward</source>
        <translation>前向 FLOPs</translation>
    </message>
</context>
<context>
    <name>ds::ui::RatesPanel</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>As the learning rate of the optimiser; Undo takes it back</source>
        <translation>作为优化器的学习率；可撤销</translation>
    </message>
    <message>
        <source>Trains the open project for some steps in a process of its own, each with a higher rate, and keeps nothing of that</source>
        <translation>在单独的进程中把打开的项目训练若干步，每步学习率更高，不保留任何结果</translation>
    </message>
    <message>
        <source>Loss by learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>Measure: the loss is drawn here while the learning rate rises. Where it falls most steeply, the rate goes with the project.</source>
        <translation>点击“测量”：这里会画出学习率升高时的损失。损失下降最快处的学习率适合该项目。</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Measuring, step %1…</source>
        <translation>正在测量，第 %1 步…</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>falls most steeply: %1</source>
        <translation>下降最快：%1</translation>
    </message>
    <message>
        <source>The loss does not fall at any rate: what is wrong lies elsewhere.</source>
        <translation>无论学习率多大，损失都不下降：问题出在别处。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>The loss falls most steeply at %1 and no further beyond %2. %3</source>
        <translation>损失在 %1 处下降最快，超过 %2 后不再下降。%3</translation>
    </message>
    <message>
        <source>At %1 it diverged.</source>
        <translation>在 %1 处发散。</translation>
    </message>
    <message>
        <source>Learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>The learning rate is %1 now. Undo takes it back; Train (F5) tries it.</source>
        <translation>学习率现为 %1。可撤销；按训练（F5）试用。</translation>
    </message>
</context>
<context>
    <name>ds::ui::RidgePlot</name>
    <message>
        <source>Step %1: %2 between %3 and %4</source>
        <translation>第 %1 步：%2 在 %3 与 %4 之间</translation>
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
        <source>Not attached</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>无运行</translation>
    </message>
    <message>
        <source>At work / predicted</source>
        <translation>实际 / 预测</translation>
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
    <message>
        <source>Curves and projects</source>
        <translation>曲线和项目</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The projects of two runs as one drawing, with their differences</source>
        <translation>将两次运行的项目画在一张图中，并标出差异</translation>
    </message>
    <message>
        <source>Compare the projects of two runs</source>
        <translation>比较两次运行的项目</translation>
    </message>
    <message>
        <source>Choose two runs in the table: their models are laid over each other, and what differs is marked.</source>
        <translation>在表中选择两个运行：两者的模型将叠放显示，并标出差异。</translation>
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
    <name>ds::ui::ScatterPlot</name>
    <message>
        <source>%1: a click shows its points</source>
        <translation>%1：点击以显示其点</translation>
    </message>
    <message>
        <source>%1: a click hides its points</source>
        <translation>%1：点击以隐藏其点</translation>
    </message>
</context>
<context>
    <name>ds::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>ds::ui::ShortcutList</name>
    <message>
        <source>No keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Set all back</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>改为用于此命令</translation>
    </message>
    <message>
        <source>Command or keys</source>
        <translation>命令或快捷键</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>New keys of the chosen command</source>
        <translation>所选命令的新快捷键</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>在此按下新的快捷键</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按下新的快捷键</translation>
    </message>
    <message>
        <source>The command keeps its place in menus, without keys</source>
        <translation>该命令仍保留在菜单中，但没有快捷键</translation>
    </message>
    <message>
        <source>Give the chosen command its first keys again</source>
        <translation>将所选命令恢复为初始快捷键</translation>
    </message>
    <message>
        <source>Give every command its first keys again</source>
        <translation>将所有命令恢复为初始快捷键</translation>
    </message>
    <message>
        <source>The other command loses these keys</source>
        <translation>另一命令将失去此快捷键</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>初始：%1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
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
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>A project in which a fault may have been planted. Train it, find out what is wrong, and mend it.</source>
        <translation>一个可能被植入了故障的项目。训练它，查明问题所在，并修复它。</translation>
    </message>
    <message>
        <source>What is trained in the lesson</source>
        <translation>课程中训练的内容</translation>
    </message>
    <message>
        <source>Any project</source>
        <translation>任意项目</translation>
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
    <name>ds::ui::TensorPanel</name>
    <message>
        <source>Each map for itself</source>
        <translation>每张图单独缩放</translation>
    </message>
    <message>
        <source>Which of its tensors</source>
        <translation>它的哪个张量</translation>
    </message>
    <message>
        <source>Which item of the first axis</source>
        <translation>第一个轴上的哪一项</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Brightness from the least to the greatest number of each map, instead of all of them</source>
        <translation>亮度按每张图各自的最小值到最大值，而不是按全部</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Whole tensor as .npy…</source>
        <translation>整个张量存为 .npy…</translation>
    </message>
    <message>
        <source>Picture as .png…</source>
        <translation>图片存为 .png…</translation>
    </message>
    <message>
        <source>Maps of the tensor</source>
        <translation>张量的各张图</translation>
    </message>
    <message>
        <source>Numbers of the chosen map</source>
        <translation>所选图的数值</translation>
    </message>
    <message>
        <source>Tensors of a step</source>
        <translation>某一步的张量</translation>
    </message>
    <message>
        <source>Make a step again, and choose one of its ops: what it read and made is seen here number by number.</source>
        <translation>请重做一步，并选择其中一个运算：它读取和产生的内容会逐个数值地显示在这里。</translation>
    </message>
    <message>
        <source>This op makes no floating-point numbers.</source>
        <translation>此运算不产生浮点数。</translation>
    </message>
    <message>
        <source>Making the step again…</source>
        <translation>正在重做该步…</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1: %2 to %3, mean %4, deviation %5, %6 zeros, %7 not finite</source>
        <translation>%1：%2 至 %3，均值 %4，标准差 %5，%6 个零，%7 个非有限值</translation>
    </message>
    <message>
        <source>%1: %2 to %3, mean %4</source>
        <translation>%1：%2 至 %3，均值 %4</translation>
    </message>
    <message>
        <source>Save tensor</source>
        <translation>保存张量</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
</context>
<context>
    <name>ds::ui::TimeStrip</name>
    <message>
        <source>Make it again</source>
        <translation>重做这一步</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Goes back to the snapshot before this step, makes the steps since again, to the bit, and looks at everything in this one</source>
        <translation>回到这一步之前的快照，逐位重做其后的步骤，并查看这一步中的一切</translation>
    </message>
    <message>
        <source>Making it again: step %1 of %2</source>
        <translation>正在重做：第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>ds::ui::ToolBar</name>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>导出网络图</translation>
    </message>
    <message>
        <source>Heat: where parameters, work, memory and time go, and what training looks like</source>
        <translation>热度：参数、计算量、内存和时间用在哪里，以及训练的样子</translation>
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
    <message>
        <source>Live settings</source>
        <translation>实时设置</translation>
    </message>
</context>
<context>
    <name>ds::ui::TransformPanel</name>
    <message>
        <source>Remove the transform (Delete)</source>
        <translation>移除变换（Delete）</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>上一个 (Alt+Up)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>后移（Alt+Down）</translation>
    </message>
    <message>
        <source>Help on the transform (F1)</source>
        <translation>变换的帮助（F1）</translation>
    </message>
    <message>
        <source>Add transform</source>
        <translation>添加变换</translation>
    </message>
    <message>
        <source>Samples reach the model as the data source gives them. A transform changes them on their way: a crop, a flip or a little noise shows the model more than the data hold.</source>
        <translation>样本按数据源给出的原样送入模型。变换会在途中改变样本：裁剪、翻转或少许噪声，能让模型看到比数据本身更多的内容。</translation>
    </message>
    <message>
        <source>Transforms, in their order</source>
        <translation>变换，按顺序</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>training only</source>
        <translation>仅训练</translation>
    </message>
    <message>
        <source>all data</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Anew in each epoch, training data only</source>
        <translation>每轮重新随机，仅用于训练数据</translation>
    </message>
    <message>
        <source>The same on all data</source>
        <translation>对所有数据相同</translation>
    </message>
</context>
<context>
    <name>ds::ui::Trial</name>
    <message>
        <source>trial</source>
        <translation>试验</translation>
    </message>
</context>
<context>
    <name>ds::ui::TrialCard</name>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Trial of a remedy</source>
        <translation>对策试验</translation>
    </message>
    <message>
        <source>Progress of the trial</source>
        <translation>试验进度</translation>
    </message>
    <message>
        <source>Applies the remedy to the project; undo takes it back</source>
        <translation>将对策应用到项目；可用“撤销”收回</translation>
    </message>
    <message>
        <source>Ends the trial and throws its run into the bin</source>
        <translation>结束试验并把它的运行放入回收站</translation>
    </message>
    <message>
        <source>Trial: %1</source>
        <translation>试验：%1</translation>
    </message>
    <message>
        <source>Waits for its turn: another run is at work.</source>
        <translation>正在排队：另一个运行正在进行。</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>%1 of %2 steps from the first on, beside the run as it was: the same random numbers, the same data.</source>
        <translation>从第一步开始，%2 步中的第 %1 步，与原来的运行并列：随机数和数据都相同。</translation>
    </message>
    <message>
        <source>It could not be trained.</source>
        <translation>无法训练。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss %1&lt;/b&gt; instead of %2</source>
        <translation>&lt;b&gt;损失 %1&lt;/b&gt;，而原来为 %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss %1&lt;/b&gt;; the run as it was did not get that far</source>
        <translation>&lt;b&gt;损失 %1&lt;/b&gt;；原来的运行没有走到这一步</translation>
    </message>
    <message>
        <source>&lt;b&gt;Its loss is no number&lt;/b&gt;</source>
        <translation>&lt;b&gt;它的损失不是数&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 steps from the first on, beside the run as it was: the same random numbers, the same data.</source>
        <translation>从第一步开始共 %1 步，与原来的运行并列：随机数和数据都相同。</translation>
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
    <name>ds::ui::VerdictCards</name>
    <message>
        <source>What the Inspector sees</source>
        <translation>检查器的发现</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>What follows from it</source>
        <translation>由此引起的问题</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>可能有用的办法</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Trains with it for some steps, beside the run as it was</source>
        <translation>用它训练若干步，与原来的运行并列</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>试一试：%1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>应用：%1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>Where it was found</source>
        <translation>发现的位置</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Where this rule begins</source>
        <translation>该规则从何处开始生效</translation>
    </message>
    <message>
        <source>Thresholds of %1</source>
        <translation>%1 的阈值</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>This project does without the rule; it can be asked again below</source>
        <translation>本项目不再使用该规则；可在下方重新启用</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>忽略 %1</translation>
    </message>
    <message>
        <source>Rules that this project has changed</source>
        <translation>本项目更改过的规则</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Lets the rule judge again</source>
        <translation>让该规则重新参与判断</translation>
    </message>
    <message>
        <source>To the rule&apos;s own figures</source>
        <translation>恢复为规则自身的数值</translation>
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
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>On what has the focus, or is selected</source>
        <translation>作用于有焦点或选中的对象</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
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
