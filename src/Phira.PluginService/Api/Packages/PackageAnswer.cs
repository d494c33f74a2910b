using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>What the endpoints that take a package or a component in have in common.</summary>
internal static class PackageAnswer
{
    public static Results<Ok<PackageReportResponse>, Problem> Of(Result<PackageReport> result, Language language) =>
        result.IsSuccess ? TypedResults.Ok(PackageReportResponse.From(result.Value, language)) : new Problem(result.Error);

    /// <summary>What exactly was taken in, for the audit log.</summary>
    public static string AuditReason(PackageReport? report) =>
        report is { Version: { } version, Sha256: { } sha256 } ? $"{version} {sha256}" : "";
}
