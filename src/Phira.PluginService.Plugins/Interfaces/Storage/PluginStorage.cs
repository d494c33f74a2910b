using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Interfaces.Storage;

/// <summary>What one plugin keeps over restarts.</summary>
/// <param name="QuotaBytes">How many bytes keys and values may have together.</param>
/// <param name="ValueBytes">How many bytes one value may have.</param>
internal sealed record PluginStorage(PluginName Plugin, IPluginDataStore Store, long QuotaBytes, int ValueBytes, PluginCounters Counters);
