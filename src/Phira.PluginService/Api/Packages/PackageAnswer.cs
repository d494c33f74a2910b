using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

/// <summary>The parts that the endpoints with a package or a component in the request share.</summary>
internal static class PackageAnswer
{
    public static Results<Ok<PackageReportResponse>, Problem> Of(Result<PackageReport> result, Language language) =>
        result.IsSuccess ? TypedResults.Ok(PackageReportResponse.From(result.Value, language)) : new Problem(result.Error);

    /// <summary>Returns version and hash of the package, for the audit log.</summary>
    public static string AuditReason(PackageReport? report) =>
        report is { Version: { } version, Sha256: { } sha256 } ? $"{version} {sha256}" : "";
}
