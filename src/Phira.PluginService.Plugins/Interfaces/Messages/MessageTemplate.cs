using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Phira.PluginService.Plugins.Interfaces.Messages;

/// <summary>A text with placeholders: <c>{name}</c> stands for an argument, <c>{{</c> and <c>}}</c> for braces.</summary>
internal static class MessageTemplate
{
    /// <summary>Fills a template.</summary>
    /// <param name="maximumBytes">Bytes that the text may have.</param>
    /// <param name="text">The text; null when there is a problem.</param>
    /// <param name="problem">The reason for which it cannot be filled; null when it can.</param>
    public static bool TryFill(
        string template,
        IReadOnlyDictionary<string, string> arguments,
        int maximumBytes,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(false)] out string? problem)
    {
        var filled = new StringBuilder();
        (text, problem) = (null, null);
        for (var at = 0; at < template.Length && problem is null;)
        {
            var next = template.AsSpan(at).IndexOfAny('{', '}') is >= 0 and var brace ? at + brace : template.Length;
            filled.Append(template, at, next - at);
            at = next < template.Length ? Take(template, next, arguments, filled, out problem) : next;

            // An argument may be long and stand there often: it must not be written down before it is found to be too much.
            problem ??= filled.Length > maximumBytes ? TooLong(maximumBytes) : null;
        }

        var result = filled.ToString();
        problem ??= Encoding.UTF8.GetByteCount(result) > maximumBytes ? TooLong(maximumBytes) : null;
        text = problem is null ? result : null;
        return problem is null;
    }

    private static int Take(
        string template, int at, IReadOnlyDictionary<string, string> arguments, StringBuilder filled, out string? problem)
    {
        problem = null;
        var brace = template[at];
        if (at + 1 < template.Length && template[at + 1] == brace)
        {
            filled.Append(brace);
            return at + 2;
        }

        var end = template.IndexOf('}', at);
        if (brace == '}' || end < 0)
        {
            problem = $"a {brace} stands alone; write {brace}{brace}";
            return at;
        }

        var name = template[(at + 1)..end];
        if (arguments.TryGetValue(name, out var value))
        {
            filled.Append(value);
        }
        else
        {
            problem = $"no argument {{{name}}}";
        }

        return end + 1;
    }

    private static string TooLong(int maximumBytes) => $"text: at most {maximumBytes} bytes when it is filled";
}
