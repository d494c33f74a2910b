using System.Net;

namespace Phira.PluginService.Tests.Support;

/// <summary>Does what the dashboard does to log in.</summary>
internal static class Browser
{
    /// <summary>Exchanges the token for a session.</summary>
    /// <returns>The value of the Cookie header from now on.</returns>
    public static async Task<string> LogInAsync(TestService service, string token = TestService.Token)
    {
        var response = await service.Anonymous().Post("/api/v1/session", $$"""{"token":"{{token}}"}""");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        return CookieOf(response);
    }

    public static string CookieOf(HttpResponseMessage response) => SetCookieOf(response).Split(';')[0];

    public static string SetCookieOf(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Set-Cookie"));
}
