using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>What can be wrong with an archive, in words.</summary>
internal static class ArchiveReasons
{
    public static readonly LocalizedText NoEnd = new("its directory is missing, so it may be cut off", "缺少目录，文件可能不完整");
    public static readonly LocalizedText SeveralParts = new("it is one of several parts", "它只是分卷压缩包的一部分");
    public static readonly LocalizedText LargeForm = new("it is written in the form for huge archives (ZIP64)", "它使用了面向超大压缩包的 ZIP64 格式");
    public static readonly LocalizedText DirectoryDamaged = new("its directory does not add up", "目录内容不一致");

    public static readonly LocalizedText HeaderMissing = new("its own header is not where the directory says", "目录所指位置没有该条目的头部");
    public static readonly LocalizedText HeaderDiffers = new("its own header and the directory do not agree", "条目头部与目录不一致");
    public static readonly LocalizedText Overlaps = new("it overlaps another entry", "与其他条目重叠");
    public static readonly LocalizedText CannotInflate = new("it cannot be unpacked", "无法解压");
    public static readonly LocalizedText WrongSize = new("it does not hold as many bytes as it says", "实际字节数与声明不符");
    public static readonly LocalizedText WrongCrc = new("its checksum does not hold", "校验和不匹配");

    public static readonly LocalizedText NotText = new("it is not UTF-8 text", "不是 UTF-8 文本");
    public static readonly LocalizedText EmptyName = new("a name in it is empty", "其中有空名称");
    public static readonly LocalizedText Absolute = new("it is absolute", "是绝对路径");
    public static readonly LocalizedText Climbs = new("it leads out of the folder", "指向文件夹之外");
    public static readonly LocalizedText Backslash = new("it contains a backslash", "包含反斜杠");
    public static readonly LocalizedText Control = new("it contains invisible characters", "包含不可见字符");
    public static readonly LocalizedText BadCharacter = new("it contains one of the characters < > : \" | ? *", "包含 < > : \" | ? * 之一");
    public static readonly LocalizedText Reserved = new("it contains a name that Windows reserves", "包含 Windows 保留名称");
    public static readonly LocalizedText BadEnd = new("a name in it ends with a dot or a space", "其中有名称以点或空格结尾");
    public static readonly LocalizedText TooLong = new("it is too long", "过长");
    public static readonly LocalizedText TooDeep = new("it is nested too deeply", "嵌套过深");

    /// <summary>An error about an archive as a whole.</summary>
    public static Error NotAnArchive(LocalizedText reason) =>
        new(PackageErrors.NotAnArchive, reason.English) { ChineseArguments = [reason.Chinese] };

    /// <summary>An error about one entry.</summary>
    /// <param name="path">The path as people may see it.</param>
    public static Error OfEntry(ErrorCode code, string path, LocalizedText reason) => new(code, path, reason.English)
    {
        ChineseArguments = [path, reason.Chinese],
        Location = new(path),
    };
}
