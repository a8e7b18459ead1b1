namespace Gep.Spatial.Overlays;

/// <summary>Tells whether a number is met for the first time since the last restart.</summary>
internal sealed class Stamps(int count)
{
    private readonly int[] _stamp = new int[count];
    private int _round;

    /// <summary>How many numbers there are, from 0.</summary>
    public int Count => _stamp.Length;

    public void Restart()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_stamp);
            _round = 0;
        }
        _round++;
    }

    /// <summary>Adds the numbers met since the last restart to a list, in ascending order.</summary>
    public void AddTo(List<int> list)
    {
        for (int number = 0; number < _stamp.Length; number++)
        {
            if (_stamp[number] == _round) list.Add(number);
        }
    }

    public bool IsNew(int number)
    {
        if (_stamp[number] == _round) return false;
        _stamp[number] = _round;
        return true;
    }
}
