using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Registers the API client and its resilience pipeline.</summary>
internal static class PhiraApiRegistration
{
    private const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>An attempt that failed later leaves too little of the time for another one, and another one would load an API that is slow already.</summary>
    private static readonly TimeSpan WorthRepeating = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddPhiraApi(this IServiceCollection services)
    {
        services.AddOptions<PhiraApiOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PhiraApiOptions>, PhiraApiOptionsValidator>());
        var client = services.AddHttpClient(PhiraApi.ClientName, ConfigureClient);
        client.RedactLoggedHeaders(_ => true);
        client.AddResilienceHandler("phira-api", ConfigurePipeline);
        client.AddHttpMessageHandler(provider => new AttemptClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PhiraApiMetrics>();
        services.TryAddSingleton<PhiraApi>();
        services.TryAddSingleton<IPhiraApi, CachingPhiraApi>();
        return services;
    }

    private static void ConfigureClient(HttpClient client)
    {
        // The pipeline limits the time; the client's own limit would cut retries off with another kind of exception.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = MaxAnswerBytes;
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Phira.PluginService", "1.0"));
    }

    private static void ConfigurePipeline(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var services = context.ServiceProvider;
        var options = services.GetRequiredService<IOptions<PhiraApiOptions>>().Value;
        pipeline.TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;

        // Opens when most of a busy half minute failed, so that not every player asks an API that does not answer. Outside of the time limit, so
        // that an API that never answers counts as one that fails.
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(5),
        });
        pipeline.AddTimeout(TimeSpan.FromMilliseconds(options.TotalTimeoutMs));
        pipeline.AddConcurrencyLimiter(options.MaxConcurrentCalls, options.MaxConcurrentCalls * 4);
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = TimeSpan.FromSeconds(1),
                ShouldRetryAfterHeader = false,
                ShouldHandle = attempt => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(attempt.Outcome)
                    && AttemptClock.HasBegunWithin(WorthRepeating, attempt.Context.GetRequestMessage(), pipeline.TimeProvider)),
            });
        }
    }
}
