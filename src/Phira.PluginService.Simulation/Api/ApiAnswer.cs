using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Phira.PluginService.Simulation.Api;

/// <summary>The answers of the stand-in, in the shape of the real API: more fields than anybody reads, and its two spellings.</summary>
internal static class ApiAnswer
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Task WriteAsync(HttpContext context, PhiraAccount account) => context.Response.WriteAsJsonAsync(
        new { account.Id, account.Name, account.Language, Avatar = (string?)null, Badges = Array.Empty<string>(), Exp = 0, Rks = 0f },
        SnakeCase,
        context.RequestAborted);

    public static Task WriteAsync(HttpContext context, PhiraChart chart) => context.Response.WriteAsJsonAsync(
        new { chart.Id, chart.Name, chart.Level, chart.Difficulty, Charter = "demo", Composer = "demo", IsUnstable = false },
        CamelCase,
        context.RequestAborted);

    public static Task WriteAsync(HttpContext context, PhiraRecord record) =>
        context.Response.WriteAsJsonAsync(record, SnakeCase, context.RequestAborted);
}
