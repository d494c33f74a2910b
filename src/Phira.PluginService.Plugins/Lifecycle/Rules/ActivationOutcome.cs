using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The outcome of activating a version that was put into a plugin's folder.</summary>
/// <param name="Error">The reason why it does not run; null when it does, or waits for an administrator.</param>
/// <param name="IsUndone">Whether the previous files come back.</param>
internal readonly record struct ActivationOutcome(Error? Error, bool IsUndone);
