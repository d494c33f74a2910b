using System.Text;

namespace Phira.PluginService.Simulation.Api;

/// <summary>An account of the stand-in.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Language">The language tag.</param>
/// <param name="Token">The access token.</param>
public sealed record PhiraAccount(int Id, string Name, string Language, string Token)
{
    // Not even a made-up token belongs into a log.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Id = {Id}, Name = {Name}, Language = {Language}");
        return true;
    }
}
