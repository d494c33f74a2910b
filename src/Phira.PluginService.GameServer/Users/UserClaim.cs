namespace Phira.PluginService.GameServer.Users;

/// <summary>The outcome of a login's claim to be its user's connection.</summary>
/// <param name="IsNew">Whether the user was not here before.</param>
/// <param name="Displaced">Connections that acted for the user until now.</param>
internal sealed record UserClaim(UserEntry Entry, bool IsNew, IReadOnlyList<IUserConnection> Displaced);
