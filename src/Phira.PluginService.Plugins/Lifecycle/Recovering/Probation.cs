using Phira.PluginService.Core.Localization;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>
/// The time after a change in which a failure is the change's fault. It is made once for each change, by whoever makes it, and ends with
/// the first failure: what is put back has none, so that nothing goes back and forth.
/// </summary>
/// <param name="Former">What was in force before.</param>
/// <param name="What">The change, in words that follow "because of".</param>
/// <param name="Revision">The revision of the configuration that is on probation; null when it is a version.</param>
internal sealed record Probation(PluginBlueprint Former, LocalizedText What, int? Revision, long Since);
