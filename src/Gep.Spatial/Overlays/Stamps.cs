namespace Gep.Spatial.Overlays;

/// <summary>Tells whether a number is met for the first time since the last restart.</summary>
internal sealed class Stamps(int count)
{
    private readonly int[] _stamp = new int[count];
    private int _round;

    public void Restart()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_stamp);
            _round = 0;
        }
        _round++;
    }

    public bool IsNew(int number)
    {
        if (_stamp[number] == _round) return false;
        _stamp[number] = _round;
        return true;
    }
}
