namespace Phira.PluginService.GameServer.Users;

/// <summary>What became of a login's claim to be its user's connection.</summary>
/// <param name="Entry">The user.</param>
/// <param name="IsNew">Whether the user was not here before.</param>
/// <param name="Displaced">The connection that was the user's until now.</param>
internal sealed record UserClaim(UserEntry Entry, bool IsNew, IUserConnection? Displaced);
