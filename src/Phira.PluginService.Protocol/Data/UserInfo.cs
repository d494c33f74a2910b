namespace Phira.PluginService.Protocol.Data;

/// <summary>A user as clients see one.</summary>
/// <param name="Id">The user id.</param>
/// <param name="Monitor">Whether the user watches rather than plays.</param>
public sealed record UserInfo(int Id, string Name, bool Monitor);
