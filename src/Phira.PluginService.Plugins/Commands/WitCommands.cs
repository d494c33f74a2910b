using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Commands;
using Wasmtime.Components;
using static Phira.PluginService.Plugins.Values.Wit;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>Builds the values of <c>wit/command-handler.wit</c>.</summary>
internal static class WitCommands
{
    private static readonly ImmutableArray<string> Levels = ["player", "room-host", "admin"];

    /// <summary>An <c>invocation</c>.</summary>
    /// <param name="arguments">Everything after the name.</param>
    public static ComponentValue Invocation(string name, string arguments, CommandCaller caller) => Record(
        Field("name", ComponentValue.String(name)),
        Field("arguments", ComponentValue.String(arguments)),
        Field("words", List(Words(arguments), ComponentValue.String)),
        Field("caller", Record(
            Field("name", ComponentValue.String(caller.Name)),
            Field("level", ComponentValue.Enum(LevelName(caller.Level))),
            Field("user", Option(caller.User, User)),
            Field("room", Option(caller.Room, Room)))));

    /// <summary>The WIT name of a level.</summary>
    public static string LevelName(CommandLevel level) => Levels[(int)level];

    /// <summary>Reads a <c>command-level</c>.</summary>
    public static CommandLevel ReadLevel(ComponentValue value) => (CommandLevel)Levels.IndexOf(value.AsEnum());

    /// <summary>Splits at white space; double quotes hold a piece together, also an empty one.</summary>
    public static IReadOnlyList<string> Words(string arguments)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quoted, begun) = (false, false);
        foreach (var c in arguments)
        {
            if (c == '"')
            {
                (quoted, begun) = (!quoted, true);
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                Finish();
            }
            else
            {
                word.Append(c);
                begun = true;
            }
        }

        Finish();
        return words;

        void Finish()
        {
            if (begun)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            begun = false;
        }
    }
}
