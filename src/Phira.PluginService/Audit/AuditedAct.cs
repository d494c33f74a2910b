using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Audit;

/// <summary>What an administrator is about to do.</summary>
/// <param name="Target">On what, for example <c>user:100</c>.</param>
/// <param name="Reason">Why, or what exactly; empty when there is nothing to add.</param>
internal readonly record struct AuditedAct(Caller Caller, string Action, string Target, LocalizedText Reason);
