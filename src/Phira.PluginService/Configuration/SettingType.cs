namespace Phira.PluginService.Configuration;

/// <summary>What values a setting takes.</summary>
internal enum SettingType
{
    Text,
    Flag,
    Integer,
    Number,
    Milliseconds,
    Choice,
    TextList,
    IntegerList,
}
