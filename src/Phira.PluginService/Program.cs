using Phira.PluginService.Composition;

return await ServiceProcess.RunAsync(args);
