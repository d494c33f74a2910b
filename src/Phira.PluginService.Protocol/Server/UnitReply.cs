using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>An answer that carries nothing but success or an error text.</summary>
public abstract record UnitReply(WireResult Result) : ServerCommand;
