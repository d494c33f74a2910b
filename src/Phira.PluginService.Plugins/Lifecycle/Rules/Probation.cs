using Phira.PluginService.Core.Localization;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>
/// The time after a change in which a failure is the change's fault. It begins once for each change and ends with the first failure that is not
/// caused by an HTTP request: what is restored has none, so that two versions never alternate.
/// </summary>
/// <param name="Previous">The plugin before the change.</param>
/// <param name="What">The change, in words that follow "because of".</param>
/// <param name="Sha256">Hash of the component that the change has brought, or that runs with it.</param>
/// <param name="Revision">The revision of the configuration that is on probation; null when it is a version.</param>
/// <param name="Since">The time of its beginning, counted from the start of the service.</param>
internal sealed record Probation(PluginBlueprint Previous, LocalizedText What, string Sha256, int? Revision, TimeSpan Since);
