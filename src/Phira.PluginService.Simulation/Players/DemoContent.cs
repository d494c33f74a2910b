using System.Collections.Immutable;
using System.Text.Json;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Players;

/// <summary>The players of the demo, their charts and their lines: the embedded file <c>demo-content.json</c>. The songs are made up.</summary>
/// <param name="Lines">Chat lines by the language of a persona.</param>
internal sealed record DemoContent(
    ImmutableArray<Persona> Personas, ImmutableArray<PhiraChart> Charts, ImmutableDictionary<string, ChatLines> Lines)
{
    private const string Name = "demo-content.json";

    public static DemoContent Embedded { get; } = Read();

    /// <summary>The persona with a number; numbers beyond the cast get a numbered name.</summary>
    public Persona PersonaOf(int number)
    {
        var persona = Personas[number % Personas.Length];
        return number < Personas.Length ? persona : persona with { Name = $"{persona.Name}{(number / Personas.Length) + 1}" };
    }

    private static DemoContent Read()
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream(Name)!;
        return JsonSerializer.Deserialize<DemoContent>(stream, JsonSerializerOptions.Web)!;
    }
}
