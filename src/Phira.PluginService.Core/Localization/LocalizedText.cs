using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phira.PluginService.Core.Localization;

/// <summary>
/// A text that is put into words when it is read: the key of a text in the catalogues with the values of its placeholders, or words that read
/// the same in every language.
/// </summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed record LocalizedText
{
    private readonly string _value;

    private LocalizedText(string value, bool isLiteral, ImmutableArray<LocalizedText> arguments) =>
        (_value, IsLiteral, Arguments) = (value, isLiteral, arguments);

    /// <summary>Whether the text reads the same in every language.</summary>
    public bool IsLiteral { get; }

    /// <summary>Values for the placeholders, in order; each may be a text of the catalogues itself.</summary>
    public ImmutableArray<LocalizedText> Arguments { get; }

    /// <summary>The key in the catalogues; null for words that read the same in every language.</summary>
    public string? Key => IsLiteral ? null : _value;

    /// <summary>A text of the catalogues.</summary>
    /// <param name="key">The key. Write it as a literal: a test looks up every key that stands behind this method.</param>
    /// <param name="arguments">Values for its placeholders, in order.</param>
    public static LocalizedText Of(string key, params ReadOnlySpan<LocalizedText> arguments) => new(key, isLiteral: false, arguments.ToImmutableArray());

    /// <summary>Words that read the same in every language: a name, a number, or what somebody else wrote.</summary>
    public static LocalizedText Literal(string text) => new(text, isLiteral: true, []);

    /// <summary>Several texts as a list in one sentence.</summary>
    public static LocalizedText List(IEnumerable<LocalizedText> items) => List([.. items]);

    // For keys that are not literals: those of errors are made of their codes, which a test looks up by themselves, and those of stored texts were literals.
    internal static LocalizedText OfKey(string key, ImmutableArray<LocalizedText> arguments) => new(key, isLiteral: false, arguments);

    /// <summary>Words that read the same in every language.</summary>
    public static implicit operator LocalizedText(string text) => Literal(text);

    /// <summary>The same text with other literal words in it.</summary>
    /// <param name="change">Gives the new words for each literal.</param>
    public LocalizedText Map(Func<string, string> change) =>
        IsLiteral ? Literal(change(_value)) : new(_value, isLiteral: false, [.. Arguments.Select(argument => argument.Map(change))]);

    /// <summary>Puts the text into words. Without arguments, this allocates nothing.</summary>
    /// <returns>The words; the key with its arguments when the text is not in the catalogues any more.</returns>
    public string In(Language language) =>
        IsLiteral ? _value
        : language.Find(_value) is { } format ? format.Fill(language, Arguments)
        : Unknown(language);

    /// <summary>The text in every language that is offered, the default one first: for readers whose language is not known.</summary>
    /// <param name="separator">Text between two languages.</param>
    public string InEveryLanguage(string separator) => string.Join(separator, LanguageSet.Embedded.Offered.Select(In));

    /// <summary>Writes the text to be stored: a JSON string, or an object with <c>key</c> and <c>arguments</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not such a text.</exception>
    public static LocalizedText FromJson(string json) => JsonSerializer.Deserialize<LocalizedText>(json) ?? throw new JsonException("No text.");

    /// <inheritdoc />
    public bool Equals(LocalizedText? other) =>
        other is not null && _value == other._value && IsLiteral == other.IsLiteral && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text in English, as the log has it.</summary>
    public override string ToString() => In(Language.English);

    // Halved, so that a long list is not nested deeply.
    private static LocalizedText List(ReadOnlySpan<LocalizedText> items) => items.Length switch
    {
        0 => Literal(""),
        1 => items[0],
        var count => LocalizedText.Of("list.next", List(items[..(count / 2)]), List(items[(count / 2)..])),
    };

    // Apart from the caller, which must not allocate the closure.
    private string Unknown(Language language) => string.Join(' ', Arguments.Select(argument => argument.In(language)).Prepend(_value));
}
