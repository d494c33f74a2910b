using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>What came of activating a version.</summary>
/// <param name="Error">Why it does not run; null when it does, or waits for an approval.</param>
internal readonly record struct ActivationOutcome(Error? Error, bool IsUndone);
