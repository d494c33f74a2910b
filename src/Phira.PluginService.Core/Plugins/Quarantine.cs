using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>A version of a plugin that failed too often and is left alone until an administrator or a new version acts.</summary>
/// <param name="Sha256">Hash of the component that failed; another one is a new version.</param>
public sealed record Quarantine(PluginName Plugin, string Sha256, LocalizedText Reason, DateTimeOffset Since);
