namespace Phira.PluginService.Configuration;

/// <summary>Lines of a text file, counted from 1.</summary>
internal sealed record LineRange(int First, int Last)
{
    public override string ToString() => Last > First ? $"{First}–{Last}" : $"{First}";
}
