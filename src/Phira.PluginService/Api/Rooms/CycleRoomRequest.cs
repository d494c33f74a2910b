using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Rooms;

/// <summary>Lets the host change after each round, or not.</summary>
[RequestExample("""{"cycle":true}""")]
internal sealed record CycleRoomRequest([property: Description("Whether the host changes after each round.")] bool? Cycle);
