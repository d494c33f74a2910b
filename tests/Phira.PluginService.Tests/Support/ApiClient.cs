using System.Net.Http.Headers;

namespace Phira.PluginService.Tests.Support;

/// <summary>Sends requests; a test that is cancelled takes them with it.</summary>
internal sealed class ApiClient(HttpClient client)
{
    public HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Delete(string address) => client.DeleteAsync(address, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Post(string address, string? json = null) =>
        client.PostAsync(address, json is null ? null : Body(json), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Put(string address, string json) =>
        client.PutAsync(address, Body(json), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Patch(string address, string json) =>
        client.PatchAsync(address, Body(json), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Send(string method, string address, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Send(request);
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>The same client with one more header.</summary>
    public ApiClient With(string name, string value)
    {
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return this;
    }

    private static StringContent Body(string json) => new(json, new MediaTypeHeaderValue("application/json"));
}
