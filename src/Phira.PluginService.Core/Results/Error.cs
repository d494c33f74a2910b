using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Results;

/// <summary>An expected failure, as a value.</summary>
/// <param name="Arguments">Values for the placeholders of the code's texts.</param>
public sealed record Error(ErrorCode Code, ImmutableArray<LocalizedText> Arguments)
{
    /// <summary>Creates an error from its code and the values of its placeholders.</summary>
    /// <param name="arguments">Values for the placeholders of the code's texts.</param>
    public Error(ErrorCode code, params ReadOnlySpan<LocalizedText> arguments)
        : this(code, arguments.ToImmutableArray())
    {
    }

    /// <summary>Place of the problem in a file; null when it is in none.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The single problems behind this one, when it sums up several.</summary>
    public ImmutableArray<Error> Causes { get; init; } = [];

    /// <summary>Returns a description of the error, not yet in a language.</summary>
    public LocalizedText Text() => LocalizedText.OfKey(Code.MessageKey, Arguments);

    /// <summary>Returns the advice on how to fix it, not yet in a language.</summary>
    public LocalizedText RemedyText() => LocalizedText.OfKey(Code.RemedyKey, Arguments);

    /// <summary>Returns the description of the error.</summary>
    /// <param name="language">The caller's language; null for English.</param>
    public string Message(Language? language = null) => Text().In(language ?? Language.English);

    /// <summary>Returns the advice on how to fix it.</summary>
    /// <param name="language">The caller's language; null for English.</param>
    public string Remedy(Language? language = null) => RemedyText().In(language ?? Language.English);

    /// <summary>Location, message, remedy and causes in one line each, as written to the log.</summary>
    /// <param name="language">The caller's language; null for English.</param>
    public string Describe(Language? language = null)
    {
        var head = OneLine.Of($"{(Location is null ? "" : $"{Location}: ")}{Message(language)} {Remedy(language)} [{Code.Value}]");
        return Causes.IsDefaultOrEmpty
            ? head
            : string.Join('\n', Causes.Select(cause => "  " + cause.Describe(language)).Prepend(head));
    }

    /// <inheritdoc />
    public override string ToString() => Describe();
}
