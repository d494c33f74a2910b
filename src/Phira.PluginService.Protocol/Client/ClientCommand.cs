namespace Phira.PluginService.Protocol.Client;

/// <summary>
/// A command of a client: any one of a closed set, each of which converts to this type and, by a cast, back. A value and not an object, so
/// that a server receives commands without allocating.
/// </summary>
/// <remarks>
/// The lists of a command that was decoded lie in the payload it was decoded from, and are good for as long as that is;
/// <see cref="ToOwned"/> is for code that keeps the command longer.
/// </remarks>
public readonly struct ClientCommand : IEquatable<ClientCommand>
{
    private readonly string? _text;

    internal ClientCommand(
        ClientCommandKind kind, string? text = null, int number = 0, bool flag = false, ReadOnlyMemory<byte> list = default)
    {
        Kind = kind;
        _text = text;
        Number = number;
        Flag = flag;
        List = list;
    }

    /// <summary>The kind of the command.</summary>
    public ClientCommandKind Kind { get; }

    /// <summary>The one text of the command: token, chat or room name.</summary>
    internal string Text => _text ?? string.Empty;

    /// <summary>The one number of the command: chart, record, or how many elements the list has.</summary>
    internal int Number { get; }

    /// <summary>The one switch of the command.</summary>
    internal bool Flag { get; }

    /// <summary>The touches or judgements as they lie on the wire.</summary>
    internal ReadOnlyMemory<byte> List { get; }

    /// <summary>Whether two commands are of one kind and have the same content.</summary>
    public static bool operator ==(in ClientCommand left, in ClientCommand right) => left.Equals(right);

    /// <summary>Whether two commands differ in kind or content.</summary>
    public static bool operator !=(in ClientCommand left, in ClientCommand right) => !left.Equals(right);

    /// <summary>The same command with a list of its own: it no longer needs the payload that it was decoded from.</summary>
    public ClientCommand ToOwned() => List.IsEmpty ? this : new(Kind, _text, Number, Flag, List.ToArray());

    /// <inheritdoc />
    public bool Equals(ClientCommand other) =>
        Kind == other.Kind
        && Number == other.Number
        && Flag == other.Flag
        && Text == other.Text
        && List.Span.SequenceEqual(other.List.Span);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ClientCommand other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Kind);
        hash.Add(Number);
        hash.Add(Flag);
        hash.Add(Text);
        hash.AddBytes(List.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        ClientCommandKind.Authenticate => ((AuthenticateCommand)this).ToString(),
        ClientCommandKind.Chat => ((ChatCommand)this).ToString(),
        ClientCommandKind.Touches => ((TouchesCommand)this).ToString(),
        ClientCommandKind.Judges => ((JudgesCommand)this).ToString(),
        ClientCommandKind.CreateRoom => ((CreateRoomCommand)this).ToString(),
        ClientCommandKind.JoinRoom => ((JoinRoomCommand)this).ToString(),
        ClientCommandKind.LockRoom => ((LockRoomCommand)this).ToString(),
        ClientCommandKind.CycleRoom => ((CycleRoomCommand)this).ToString(),
        ClientCommandKind.SelectChart => ((SelectChartCommand)this).ToString(),
        ClientCommandKind.Played => ((PlayedCommand)this).ToString(),
        _ => $"{Kind}Command {{ }}",
    };

    /// <summary>Throws when the command is of another kind: to take one for another is a bug.</summary>
    internal void Require(ClientCommandKind kind)
    {
        if (Kind != kind)
        {
            throw new InvalidCastException($"The command is {Kind}, not {kind}.");
        }
    }
}
