using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Opens an empty room.</summary>
[RequestExample("""{"maxPlayers":8}""")]
internal sealed record CreateRoomRequest([property: Description("Maximum number of players, from 1 to the server's own limit.")] int? MaxPlayers);
