namespace Phira.PluginService.Configuration;

/// <summary>The type of a setting's values.</summary>
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
