using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>An account as <c>/me</c> describes it.</summary>
/// <param name="Language">The language tag; empty when the API gave none.</param>
internal sealed record PhiraProfile(UserId Id, string Name, string Language);
