using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Results;

/// <summary>
/// One sort of expected failure. The value is stable: scripts may depend on it. Each is declared in the <c>*Errors</c> class of the project that
/// owns it, and has its texts in the catalogues under its value.
/// </summary>
/// <param name="Value">Dotted lower-case name, for example <c>plugin.not_found</c>.</param>
/// <param name="Kind">Category of the failure.</param>
public sealed record ErrorCode(string Value, ErrorKind Kind)
{
    /// <summary>Key of the text that says what happened.</summary>
    public string MessageKey { get; } = Value + CatalogFile.MessageSuffix;

    /// <summary>Key of the text that says what to do next, with the same placeholders.</summary>
    public string RemedyKey { get; } = Value + CatalogFile.RemedySuffix;

    /// <inheritdoc />
    public override string ToString() => Value;
}
