using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The outcome of one command. Nothing but values: the holder of the room publishes the state and carries out the effects.</summary>
/// <param name="State">The room from now on; the same object when nothing has changed.</param>
/// <param name="Effects">The effects, in order, the reply among them; empty after a refusal.</param>
/// <param name="Refusal">The refusal, which the caller passes on; null when the command was carried out.</param>
internal sealed record RoomTransition(RoomState State, ImmutableArray<RoomEffect> Effects, LocalizedText? Refusal);
