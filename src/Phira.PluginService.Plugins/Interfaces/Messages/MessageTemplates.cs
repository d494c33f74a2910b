using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>Fills the templates of a message in several languages: all of them, so that a mistake shows before somebody needs the language.</summary>
internal static class MessageTemplates
{
    /// <summary>Bytes that a text may have.</summary>
    public const int MaximumBytes = 2000;

    private const int MaximumTemplates = 20;
    private const int MaximumArguments = 32;
    private const int MaximumTag = 35;
    private const int MaximumName = 64;
    private const int MaximumProblem = 200;

    /// <summary>Fills them.</summary>
    /// <param name="templates">The list of <c>message-template</c>.</param>
    /// <param name="arguments">The list of <c>message-argument</c>.</param>
    /// <returns>The answer about the first fault; null when there is none.</returns>
    public static HostReply? Fill(ComponentValue templates, ComponentValue arguments, out TranslatedText text)
    {
        text = TranslatedText.Unknown("");
        var (sources, given) = (templates.AsList(), arguments.AsList());
        if (sources.Count is < 1 or > MaximumTemplates)
        {
            return HostReply.Invalid($"templates: 1 to {MaximumTemplates}");
        }

        if (given.Count > MaximumArguments)
        {
            return HostReply.Invalid($"arguments: at most {MaximumArguments}");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var argument in given)
        {
            var name = argument.Field("name").AsString();
            if (name.Length is < 1 or > MaximumName || name.AsSpan().ContainsAny('{', '}') || !values.TryAdd(name, argument.Field("value").AsString()))
            {
                return HostReply.Invalid($"arguments: names of 1 to {MaximumName} characters without braces, each once");
            }
        }

        var versions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(sources.Count);
        foreach (var source in sources)
        {
            var tag = source.Field("language").AsString();
            if (!IsTag(tag) || versions.Any(version => version.Key.Equals(tag, StringComparison.OrdinalIgnoreCase)))
            {
                return HostReply.Invalid($"templates: language tags of 1 to {MaximumTag} letters, digits and hyphens, each once");
            }

            if (!MessageTemplate.TryFill(source.Field("text").AsString(), values, MaximumBytes, out var filled, out var problem))
            {
                return HostReply.Invalid($"template {tag}: {ExternalText.Line(problem, MaximumProblem)}");
            }

            versions.Add(KeyValuePair.Create(tag, ExternalText.Lines(filled, int.MaxValue)));
        }

        text = new TranslatedText(versions.DrainToImmutable());
        return null;
    }

    private static bool IsTag(string tag) =>
        tag.Length is >= 1 and <= MaximumTag && tag.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
