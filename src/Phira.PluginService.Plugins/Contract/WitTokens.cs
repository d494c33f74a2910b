using System.Text.RegularExpressions;

namespace Phira.PluginService.Plugins.Contract;

/// <summary>The words and signs of a WIT file, one after the other; comments are left out.</summary>
internal sealed partial class WitTokens
{
    private readonly List<string> _tokens;
    private int _next;

    /// <summary>Reads a file.</summary>
    public WitTokens(string text) => _tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => !token.StartsWith('/') || token == "/")];

    /// <summary>The next token; empty at the end.</summary>
    public string Peek => _next < _tokens.Count ? _tokens[_next] : "";

    /// <summary>Takes the next token.</summary>
    public string Take()
    {
        var token = Peek;
        _next++;
        return token.Length > 0 ? token : throw new FormatException("the WIT file ends too early");
    }

    /// <summary>Takes the next token when it is the one.</summary>
    public bool TryTake(string token)
    {
        var isIt = Peek == token;
        _next += isIt ? 1 : 0;
        return isIt;
    }

    /// <summary>Takes the next token, which must be the one.</summary>
    public void Expect(string token)
    {
        if (Take() is var found && found != token)
        {
            throw new FormatException($"\"{found}\" stands where \"{token}\" belongs");
        }
    }

    /// <summary>Takes everything up to a token, and the token.</summary>
    public void SkipPast(string token)
    {
        while (Take() != token)
        {
            // Not of interest.
        }
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|->|%?[A-Za-z][A-Za-z0-9-]*|[0-9][A-Za-z0-9.+-]*|[^\s]", RegexOptions.Singleline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Token();
}
