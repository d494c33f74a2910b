using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Audit;

/// <summary>An act of an administrator, before it is carried out.</summary>
/// <param name="Target">Object of the act, for example <c>user:100</c>.</param>
/// <param name="Reason">The reason or the details; empty when there is nothing to add.</param>
internal readonly record struct AuditedAct(Caller Caller, string Action, string Target, LocalizedText Reason);
