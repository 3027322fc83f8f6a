namespace TableOrder.Web.Demo;

internal static class DemoEndpoints
{
    public static void MapDemo(this WebApplication app, Setup setup)
    {
        _ = (app, setup);
    }
}
