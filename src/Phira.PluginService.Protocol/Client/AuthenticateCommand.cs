using System.Text;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Presents the access token of the Phira account.</summary>
/// <param name="Token">The token, at most 32 bytes; a secret.</param>
public sealed record AuthenticateCommand(string Token) : ClientCommand
{
    // A record prints its members; a token must not reach a log that way.
    /// <inheritdoc />
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Token = (hidden)");
        return true;
    }
}
