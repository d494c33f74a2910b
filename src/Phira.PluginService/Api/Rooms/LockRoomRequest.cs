using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Keeps further players out of a room, or lets them in.</summary>
[RequestExample("""{"locked":true}""")]
internal sealed record LockRoomRequest([property: Description("Whether to keep further players out.")] bool? Locked);
