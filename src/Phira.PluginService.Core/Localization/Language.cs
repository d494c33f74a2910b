namespace Phira.PluginService.Core.Localization;

/// <summary>The languages that every text shown to an administrator exists in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese (<c>zh-CN</c>), the default.</summary>
    Chinese,

    /// <summary>English (<c>en</c>).</summary>
    English,
}
