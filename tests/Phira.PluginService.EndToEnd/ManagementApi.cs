using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The REST API as a script uses it.</summary>
internal sealed class ManagementApi(HttpClient client) : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonNode> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>Asks for something that should be refused, and returns the code of the refusal; null when it was not.</summary>
    public Task<string?> RefusalAsync(string path, object? body = null) => RefusalAsync(path, HttpMethod.Post, body);

    public async Task<string?> RefusalAsync(string path, HttpMethod method, object? body)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, Stop);
        return answer.IsSuccessStatusCode ? null : await CodeAsync(answer);
    }

    /// <summary>The description of every operation.</summary>
    public Task<string> DocumentAsync() => client.GetStringAsync("swagger/v1/swagger.json", Stop);

    /// <summary>Asks as a load balancer does; the code is null when the service is ready.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> ReadinessAsync()
    {
        using var answer = await client.GetAsync("healthz/ready", Stop);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : await CodeAsync(answer));
    }

    /// <summary>Reads an address outside of the REST API, whatever the status of the answer.</summary>
    public async Task<(HttpStatusCode Status, string Body)> ScrapeAsync(string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Sends a packed plugin, and returns the answer whatever it is.</summary>
    public async Task<JsonNode> UploadAsync(string path, byte[] package)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new("application/zip");
        using var answer = await client.PostAsync($"api/v1/{path}", content, Stop);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
    }

    public Task<JsonNode> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<JsonNode> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public async Task DeleteAsync(string path)
    {
        using var answer = await client.DeleteAsync($"api/v1/{path}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>Deletes something, and returns the code of the problem when that is refused.</summary>
    public async Task<string?> TryDeleteAsync(string path)
    {
        using var answer = await client.DeleteAsync($"api/v1/{path}", Stop);
        return answer.IsSuccessStatusCode ? null : (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["code"];
    }

    /// <summary>Sends a request that may fail.</summary>
    public async Task TryPostAsync(string path, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync($"api/v1/{path}", body, Stop);
    }

    public Task<JsonNode> PluginAsync(string name) => GetAsync($"plugins/{name}");

    /// <summary>Changes a configuration the way an editor does: based on what it has read.</summary>
    public async Task<JsonNode> ChangeConfigAsync(string plugin, Action<JsonObject> change)
    {
        using var read = await client.GetAsync($"api/v1/plugins/{plugin}/config", Stop);
        var values = (JsonObject)(await ReadAsync(read))["values"]!.DeepClone();
        change(values);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/plugins/{plugin}/config")
        {
            Content = JsonContent.Create(new JsonObject { ["values"] = values }),
        };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var written = await client.SendAsync(request, Stop);
        return await ReadAsync(written);
    }

    /// <summary>Waits until a plugin is running. The service is ready before one that takes long to compile.</summary>
    public Task WaitUntilRunningAsync(string plugin) => Eventually.IsTrueAsync(
        async () =>
        {
            var found = await PluginAsync(plugin);
            Assert.True(found["failure"] is null, found["failure"]?.ToJsonString());
            return (string?)found["state"] == "running";
        },
        $"{plugin} is running");

    /// <summary>Waits until the service is ready for players.</summary>
    public Task WaitUntilReadyAsync() => Eventually.IsTrueAsync(
        async () => (await ReadinessAsync()).Status == HttpStatusCode.OK, "the service is ready");

    public void Dispose() => client.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, Stop);
        return await ReadAsync(answer);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["code"];

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
