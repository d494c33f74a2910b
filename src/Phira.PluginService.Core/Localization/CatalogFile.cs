using System.Collections.Immutable;
using System.Text.Json;

namespace Phira.PluginService.Core.Localization;

/// <summary>The content of one catalogue file.</summary>
/// <param name="Name">Name of the language in the language itself.</param>
/// <param name="Serves">Further tags that it is the catalogue for.</param>
/// <param name="Fallback">Tag of the language for the texts it lacks; null for a catalogue that lacks none.</param>
/// <param name="Texts">The texts by key. An error has two: its code with <see cref="MessageSuffix"/> and with <see cref="RemedySuffix"/>.</param>
internal sealed record CatalogFile(string Name, ImmutableArray<string> Serves, string? Fallback, ImmutableArray<KeyValuePair<string, string>> Texts)
{
    public const string MessageSuffix = ".message";
    public const string RemedySuffix = ".remedy";

    /// <summary>Reads a file: <c>language</c> (name, serves, fallback), <c>errors</c> (message and remedy by code) and <c>texts</c>.</summary>
    /// <exception cref="JsonException">It is not a catalogue.</exception>
    public static CatalogFile Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var root = document.RootElement;
        var language = root.GetProperty("language");
        var texts = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (root.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateObject())
            {
                texts.Add(new(error.Name + MessageSuffix, error.Value.GetProperty("message").GetString()!));
                texts.Add(new(error.Name + RemedySuffix, error.Value.GetProperty("remedy").GetString()!));
            }
        }

        texts.AddRange(root.GetProperty("texts").EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!)));
        return new CatalogFile(
            language.GetProperty("name").GetString()!,
            language.TryGetProperty("serves", out var serves) ? [.. serves.EnumerateArray().Select(tag => tag.GetString()!)] : [],
            language.TryGetProperty("fallback", out var fallback) ? fallback.GetString() : null,
            texts.ToImmutable());
    }
}
