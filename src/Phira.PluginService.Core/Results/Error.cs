using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Results;

/// <summary>An expected failure, as a value.</summary>
/// <param name="Code">Which failure.</param>
/// <param name="Arguments">Values for the placeholders of the code's texts.</param>
public sealed record Error(ErrorCode Code, ImmutableArray<string> Arguments)
{
    /// <summary>Creates an error from its code and the values of its placeholders.</summary>
    /// <param name="code">Which failure.</param>
    /// <param name="arguments">Values for the placeholders of the code's texts.</param>
    public Error(ErrorCode code, params ReadOnlySpan<string> arguments)
        : this(code, arguments.ToImmutableArray())
    {
    }

    /// <summary>The values as a Chinese reader sees them; the same as <see cref="Arguments"/> unless a value is itself a text in words.</summary>
    public ImmutableArray<string> ChineseArguments { get; init; } = Arguments;

    /// <summary>Where the problem was found, when it is in a file.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The single problems behind this one, when it sums up several.</summary>
    public ImmutableArray<Error> Causes { get; init; } = [];

    /// <summary>What happened, in every language.</summary>
    public LocalizedText Text() => new(Message(), Message(Language.Chinese));

    /// <summary>What happened.</summary>
    /// <param name="language">The reader's language.</param>
    public string Message(Language language = Language.English) => Code.Message.In(language, ArgumentsIn(language).AsSpan());

    /// <summary>What to do next.</summary>
    /// <param name="language">The reader's language.</param>
    public string Remedy(Language language = Language.English) => Code.Remedy.In(language, ArgumentsIn(language).AsSpan());

    /// <summary>Location, message, remedy and causes in one line each, as written to the log.</summary>
    /// <param name="language">The reader's language.</param>
    public string Describe(Language language = Language.English)
    {
        var head = OneLine.Of($"{(Location is null ? "" : $"{Location}: ")}{Message(language)} {Remedy(language)} [{Code.Value}]");
        return Causes.IsDefaultOrEmpty
            ? head
            : string.Join('\n', Causes.Select(cause => "  " + cause.Describe(language)).Prepend(head));
    }

    /// <inheritdoc />
    public override string ToString() => Describe();

    private ImmutableArray<string> ArgumentsIn(Language language) => language == Language.Chinese ? ChineseArguments : Arguments;
}
