namespace Phira.PluginService.Protocol.Client;

/// <summary>Presents the access token of the Phira account.</summary>
/// <param name="Token">The token, at most 32 bytes; a secret.</param>
public readonly record struct AuthenticateCommand(string Token)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(AuthenticateCommand command) =>
        new(ClientCommandKind.Authenticate, text: command.Token);

    /// <summary>Converts a client command of kind Authenticate.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator AuthenticateCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.Authenticate);
        return new(command.Text);
    }

    // A record prints its members; a token must not reach a log that way.
    /// <inheritdoc />
    public override string ToString() => $"{nameof(AuthenticateCommand)} {{ {nameof(Token)} = (hidden) }}";
}
