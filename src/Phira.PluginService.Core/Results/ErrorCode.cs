using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Results;

/// <summary>
/// One sort of expected failure. The value is stable: scripts may depend on it. All codes are declared in the
/// <c>*Errors</c> classes of this folder.
/// </summary>
/// <param name="Value">Dotted lower-case name, for example <c>plugin.not_found</c>.</param>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Message">What happened, with placeholders for the error's arguments.</param>
/// <param name="Remedy">What the reader can do next, with the same placeholders.</param>
public sealed record ErrorCode(string Value, ErrorKind Kind, LocalizedText Message, LocalizedText Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
